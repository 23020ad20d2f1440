using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>Reads from the file beside the writer; used by one thread at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _findProcess;
    private readonly SqliteStatement _findUser;
    private readonly SqliteStatement _readInputs;
    private readonly SqliteStatement _readDue;
    private readonly SqliteStatement _readSummaries;
    private readonly SqliteStatement _findLastMessage;
    private readonly SqliteStatement _readMessage;

    public SqliteReader(SqliteConnection connection)
    {
        _connection = connection;
        _findProcess = connection.Prepare("SELECT version, last_message, checksum, state FROM processes WHERE address = ?1");
        _findUser = connection.Prepare("SELECT version, checksum, document FROM users WHERE id = ?1");
        _readInputs = connection.Prepare("SELECT number, id, receiver, checksum, document FROM inputs WHERE number > ?1 ORDER BY number LIMIT ?2");
        _readDue = connection.Prepare(
            "SELECT due, id, address FROM processes WHERE due IS NOT NULL AND (due, id) > (?1, ?2) ORDER BY due, id LIMIT ?3");
        _readSummaries = connection.Prepare(
            "SELECT address, bot, user, version, changed, length(state) FROM processes WHERE address > ?1 ORDER BY address LIMIT ?2");
        _findLastMessage = connection.Prepare("SELECT id, last_message FROM processes WHERE address = ?1");
        _readMessage = connection.Prepare("SELECT process, previous, checksum, document FROM messages WHERE number = ?1");
    }

    public StoredProcess? FindProcess(string address)
    {
        _findProcess.Bind(1, address);
        if (!_findProcess.Read())
        {
            return null;
        }

        long version = _findProcess.ReadNumber(0);
        byte[] state = _findProcess.ReadBytes(3);
        StoredProcess process = new(version, ReadDocument(state, Checksum.Of(state).And(version).And(_findProcess.ReadOptional(1)), _findProcess.ReadNumber(2)));
        _findProcess.Reset();
        return process;
    }

    public StoredUser? FindUser(string id)
    {
        _findUser.Bind(1, id);
        if (!_findUser.Read())
        {
            return null;
        }

        long version = _findUser.ReadNumber(0);
        byte[] document = _findUser.ReadBytes(2);
        StoredUser user = new(id, version, ReadDocument(document, Checksum.Of(document).And(version), _findUser.ReadNumber(1)));
        _findUser.Reset();
        return user;
    }

    public (List<StoredInput> Items, long Last) ReadInputs(long after, int count)
    {
        List<StoredInput> inputs = [];
        _readInputs.Bind(1, after).Bind(2, count);
        while (_readInputs.Read())
        {
            after = _readInputs.ReadNumber(0);
            string to = _readInputs.ReadText(2);
            byte[] document = _readInputs.ReadBytes(4);
            inputs.Add(new StoredInput(_readInputs.ReadText(1), to, ReadDocument(document, Checksum.Of(document).And(to), _readInputs.ReadNumber(3))));
        }

        return (inputs, after);
    }

    public (List<DueProcess> Items, (long Due, long Id) Last) ReadDue((long Due, long Id) after, int count)
    {
        List<DueProcess> processes = [];
        _readDue.Bind(1, after.Due).Bind(2, after.Id).Bind(3, count);
        while (_readDue.Read())
        {
            after = (_readDue.ReadNumber(0), _readDue.ReadNumber(1));
            processes.Add(new DueProcess(_readDue.ReadText(2), new DateTimeOffset(after.Due, TimeSpan.Zero)));
        }

        return (processes, after);
    }

    public (List<ProcessSummary> Items, string Last) ReadSummaries(string after, int count)
    {
        List<ProcessSummary> summaries = [];
        _readSummaries.Bind(1, after).Bind(2, count);
        while (_readSummaries.Read())
        {
            after = _readSummaries.ReadText(0);
            summaries.Add(new ProcessSummary(
                after,
                _readSummaries.ReadText(1),
                _readSummaries.ReadText(2),
                _readSummaries.ReadNumber(3),
                new DateTimeOffset(_readSummaries.ReadNumber(4), TimeSpan.Zero),
                _readSummaries.ReadNumber(5)));
        }

        return (summaries, after);
    }

    public IReadOnlyList<StoredMessage> ReadMessages(string address, long? before, int count)
    {
        List<StoredMessage> messages = [];
        (long process, long? number) = FindLastMessage(address);
        if (before is { } known && number is not null && TryFindPrevious(process, known, out long? previous))
        {
            // The caller comes from the page before, so there is no need to go through all that it has seen.
            number = previous;
        }

        while (number is { } current && messages.Count < count && TryReadMessage(current, out long? next, out ChatMessage? message))
        {
            if (before is null || current < before)
            {
                messages.Add(new StoredMessage(current, message));
            }

            number = next;
        }

        return messages;
    }

    public void Dispose() => _connection.Dispose();

    private (long Process, long? Number) FindLastMessage(string address)
    {
        _findLastMessage.Bind(1, address);
        if (!_findLastMessage.Read())
        {
            return (0, null);
        }

        (long, long?) last = (_findLastMessage.ReadNumber(0), _findLastMessage.ReadOptional(1));
        _findLastMessage.Reset();
        return last;
    }

    /// <summary>The number before that of a message of a process.</summary>
    private bool TryFindPrevious(long process, long number, out long? previous)
    {
        previous = null;
        _readMessage.Bind(1, number);
        if (!_readMessage.Read())
        {
            return false;
        }

        previous = _readMessage.ReadOptional(1);
        bool isOwn = _readMessage.ReadNumber(0) == process;
        _readMessage.Reset();
        return isOwn;
    }

    private bool TryReadMessage(long number, out long? previous, [NotNullWhen(true)] out ChatMessage? message)
    {
        _readMessage.Bind(1, number);
        previous = null;
        message = null;
        if (!_readMessage.Read())
        {
            return false;
        }

        long process = _readMessage.ReadNumber(0);
        previous = _readMessage.ReadOptional(1);
        long checksum = _readMessage.ReadNumber(2);
        byte[] document = _readMessage.ReadBytes(3);
        _readMessage.Reset();
        if (Checksum.Of(document).And(process).And(previous).Value != checksum)
        {
            throw new StoreException(string.Create(
                CultureInfo.InvariantCulture,
                $"The message {number} in the database '{_connection.Path}' is damaged. Put a backup of the file in its place, or delete the message."));
        }

        message = ChatMessageJson.Deserialize(document);
        return true;
    }

    /// <summary>A damaged document is told when it is looked at, as a damaged text would be.</summary>
    private static StateDocument ReadDocument(byte[] bytes, Checksum actual, long stored) => actual.Value == stored
        ? new StateDocument(bytes)
        : StateDocument.Damaged(string.Create(
            CultureInfo.InvariantCulture, $"The stored document does not have the checksum {stored:x8}: the file was damaged outside of the database."));
}
