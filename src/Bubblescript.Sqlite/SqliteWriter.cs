using System.Text;
using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>The only one who writes to the file: statements of one transaction after the other, on one thread at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostKnown = 20_000;

    /// <summary>
    /// A due time that moves later is stored only when it has moved far. Until then the stored one is too early, which costs one look at the process after
    /// a restart and saves an index entry per user message.
    /// </summary>
    private const long LargestDueLag = 5 * TimeSpan.TicksPerMinute;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, KnownProcess> _known = new(StringComparer.Ordinal);
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _findProcess;
    private readonly SqliteStatement _findLastMessage;
    private readonly SqliteStatement _insertProcess;
    private readonly SqliteStatement _updateProcess;
    private readonly SqliteStatement _updateDue;
    private readonly SqliteStatement _insertMessage;
    private readonly SqliteStatement _insertInput;
    private readonly SqliteStatement _deleteInput;
    private readonly SqliteStatement _saveUser;
    private long? _lastMessage;
    private (string Name, byte[] Utf8) _hostName = ("", []);

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _findProcess = connection.Prepare("SELECT id, version, writer, due, last_message FROM processes WHERE address = ?1");
        _findLastMessage = connection.Prepare("SELECT coalesce(max(number), 0) FROM messages");
        _insertProcess = connection.Prepare(
            "INSERT INTO processes (address, bot, user, version, writer, due, changed, checksum, state, last_message) " +
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id");
        _updateProcess = connection.Prepare(
            "UPDATE processes SET version = ?2, writer = ?3, changed = ?4, checksum = ?5, state = ?6, last_message = ?7 WHERE id = ?1 AND version = ?2 - 1");
        _updateDue = connection.Prepare("UPDATE processes SET due = ?2 WHERE id = ?1");
        _insertMessage = connection.Prepare("INSERT INTO messages (number, process, previous, checksum, document) VALUES (?1, ?2, ?3, ?4, ?5)");
        _insertInput = connection.Prepare(
            "INSERT INTO inputs (id, receiver, checksum, document) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO NOTHING");
        _deleteInput = connection.Prepare("DELETE FROM inputs WHERE id = ?1");
        _saveUser = connection.Prepare(
            "INSERT INTO users (id, version, checksum, document) VALUES (?1, ?2, ?3, ?4) " +
            "ON CONFLICT (id) DO UPDATE SET version = ?2, checksum = ?3, document = ?4 WHERE version <= ?2");
    }

    /// <summary>Writes all requests in one transaction. When the database fails nothing of any of them is stored.</summary>
    /// <exception cref="StoreException">The database failed.</exception>
    public void Write(ReadOnlySpan<WriteRequest> requests)
    {
        if (_known.Count > MostKnown)
        {
            _known.Clear();
        }
        else if (_known.Count > MostKnown / 4)
        {
            // What it holds at most, at once: growing by doubling would take up to twice that.
            _known.EnsureCapacity(MostKnown);
        }

        _begin.Run();
        try
        {
            _lastMessage ??= FindLastMessage();
            foreach (WriteRequest request in requests)
            {
                request.Write(this);
            }

            _commit.Run();
        }
        catch
        {
            // What was remembered may be of this transaction, or another program has written to the file.
            _known.Clear();
            _lastMessage = null;
            Rollback();
            throw;
        }
    }

    public void Write(CommitRequest request)
    {
        ProcessCommit commit = request.Commit;
        KnownProcess? written = Find(commit.Address) is { } found ? Update(request, found) : commit.Version == 1 ? Insert(request) : null;
        if (written is not { } process)
        {
            SettleConflict(request);
            return;
        }

        _known[commit.Address] = WriteMessages(request, process);
        if (commit.ConsumedInput is { } consumed)
        {
            RemoveInput(consumed);
        }

        foreach (StoredInput input in commit.Outgoing)
        {
            AddInput(input);
        }

        if (commit.User is { } user)
        {
            SaveUser(user);
        }
    }

    public void AddInput(StoredInput input)
    {
        ReadOnlyMemory<byte> document = input.Document.Utf8Json;
        _insertInput.Bind(1, input.Id).Bind(2, input.To).Bind(3, Checksum.Of(document.Span).And(input.To).Value).Bind(4, document.Span).Run();
    }

    public void RemoveInput(string inputId) => _deleteInput.Bind(1, inputId).Run();

    public void SaveUser(StoredUser user)
    {
        ReadOnlyMemory<byte> document = user.Document.Utf8Json;
        _saveUser.Bind(1, user.Id).Bind(2, user.Version).Bind(3, Checksum.Of(document.Span).And(user.Version).Value).Bind(4, document.Span).Run();
    }

    public void Dispose() => _connection.Dispose();

    private void Rollback()
    {
        try
        {
            _rollback.Run();
        }
        catch (StoreException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full; the failure that led here is the one to report.
        }
    }

    private KnownProcess WriteMessages(CommitRequest request, in KnownProcess process)
    {
        long number = _lastMessage!.Value;
        long? last = process.StoredLastMessage;
        for (int i = 0; i < request.MessageCount; i++)
        {
            number++;
            ReadOnlySpan<byte> message = request.Message(i);
            _insertMessage.Bind(1, number).Bind(2, process.Id).Bind(3, last)
                .Bind(4, Checksum.Of(message).And(process.Id).And(last).Value).Bind(5, message).Run();
            last = number;
        }

        _lastMessage = number;
        return process with { LastMessage = last ?? 0 };
    }

    private KnownProcess? Find(string address)
    {
        if (_known.TryGetValue(address, out KnownProcess known))
        {
            return known;
        }

        _findProcess.Bind(1, address);
        if (!_findProcess.Read())
        {
            return null;
        }

        long id = _findProcess.ReadNumber(0);
        long? due = _findProcess.ReadOptional(3);
        long? last = _findProcess.ReadOptional(4);
        _findProcess.Reset();
        return KnownProcess.Of(id, last, due);
    }

    private KnownProcess Insert(CommitRequest request)
    {
        ProcessCommit commit = request.Commit;
        long? due = commit.Due?.UtcTicks;
        long? last = LastMessageAfter(request, former: null);
        _insertProcess.Bind(1, commit.Address).Bind(2, commit.BotId).Bind(3, commit.UserId).Bind(4, commit.Version).BindText(5, NameOfHost(commit))
            .Bind(6, due).Bind(7, commit.Time.UtcTicks).Bind(8, request.StateChecksum.And(commit.Version).And(last).Value).Bind(9, request.State).Bind(10, last);
        _insertProcess.Read();
        KnownProcess process = KnownProcess.Of(_insertProcess.ReadNumber(0), lastMessage: null, due);
        _insertProcess.Reset();
        return process;
    }

    /// <summary>What is known of the process afterwards; null when the commit does not follow on the stored version.</summary>
    private KnownProcess? Update(CommitRequest request, in KnownProcess process)
    {
        ProcessCommit commit = request.Commit;
        long? last = LastMessageAfter(request, process.StoredLastMessage);
        int changed = _updateProcess.Bind(1, process.Id).Bind(2, commit.Version).BindText(3, NameOfHost(commit)).Bind(4, commit.Time.UtcTicks)
            .Bind(5, request.StateChecksum.And(commit.Version).And(last).Value).Bind(6, request.State).Bind(7, last).Run();
        if (changed == 0)
        {
            return null;
        }

        long due = commit.Due?.UtcTicks ?? KnownProcess.Never;
        long lag = due - process.DueTicks;
        if (lag == 0 || (lag is > 0 and < LargestDueLag && due != KnownProcess.Never))
        {
            return process;
        }

        _updateDue.Bind(1, process.Id).Bind(2, commit.Due?.UtcTicks).Run();
        return process with { DueTicks = due };
    }

    /// <summary>The number that the last message of a process has once the messages of a commit are written.</summary>
    private long? LastMessageAfter(CommitRequest request, long? former) => request.MessageCount == 0 ? former : _lastMessage + request.MessageCount;

    /// <summary>The name of the committing host, which hardly ever changes.</summary>
    private ReadOnlySpan<byte> NameOfHost(ProcessCommit commit)
    {
        if (!ReferenceEquals(commit.Writer, _hostName.Name))
        {
            _hostName = (commit.Writer, Encoding.UTF8.GetBytes(commit.Writer));
        }

        return _hostName.Utf8;
    }

    private long FindLastMessage()
    {
        _findLastMessage.Read();
        long number = _findLastMessage.ReadNumber(0);
        _findLastMessage.Reset();
        return number;
    }

    /// <summary>A commit that does not follow on the stored version is a repetition of the stored one, or another host's.</summary>
    private void SettleConflict(CommitRequest request)
    {
        ProcessCommit commit = request.Commit;
        _findProcess.Bind(1, commit.Address);
        long version = 0;
        bool isRepeated = false;
        if (_findProcess.Read())
        {
            version = _findProcess.ReadNumber(1);
            isRepeated = version == commit.Version && string.Equals(_findProcess.ReadText(2), commit.Writer, StringComparison.Ordinal);
        }

        _findProcess.Reset();
        if (!isRepeated)
        {
            request.Refuse(StoreConflictException.For(commit, version));
        }
    }
}
