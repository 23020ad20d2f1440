using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>
/// Keeps the conversations of a host in one SQLite file (write-ahead log). One writer puts the turns of many conversations into each transaction. Safe for
/// use by several threads; one host at a time may use a file.
/// </summary>
public sealed class SqliteStore : IConversationStore, IAsyncDisposable
{
    private const int PageSize = 500;

    private readonly SqliteStoreOptions _options;
    private readonly WriteQueue _requests = new();
    private readonly ConcurrentBag<DocumentBuffer> _buffers = [];
    private readonly SemaphoreSlim _openLock = new(1, 1);
    private readonly Lock _readLock = new();
    private SqliteReader? _reader;
    private Task _writing = Task.CompletedTask;

    /// <summary>A store in a file, which is made by <see cref="OpenAsync"/> when it does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    public SqliteStore(string path, SqliteStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
        _options = options ?? SqliteStoreOptions.Default;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public async ValueTask OpenAsync(CancellationToken cancellationToken = default)
    {
        await _openLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_reader is null)
            {
                SqliteWriter? writer = await Task.Run(OpenFile, cancellationToken).ConfigureAwait(false);

                // A thread of its own: SQLite blocks it in every transaction, and the pool's threads are for turns.
                _writing = writer is null ? Task.CompletedTask : Task.Factory.StartNew(
                    () => WriteAll(writer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
        finally
        {
            _openLock.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredProcess?> LoadAsync(string address, CancellationToken cancellationToken = default) =>
        Read(address, static (reader, key) => reader.FindProcess(key));

    /// <inheritdoc/>
    public ValueTask CommitAsync(ProcessCommit commit, CancellationToken cancellationToken = default)
    {
        DocumentBuffer buffer = _buffers.TryTake(out DocumentBuffer? used) ? used : new DocumentBuffer();
        CommitRequest request = new(commit, buffer);
        if (buffer.IsWorthKeeping)
        {
            _buffers.Add(buffer);
        }

        return Enqueue(request);
    }

    /// <inheritdoc/>
    public ValueTask AcceptAsync(StoredInput input, CancellationToken cancellationToken = default) => Enqueue(new InputRequest(input));

    /// <inheritdoc/>
    public ValueTask DiscardAsync(string inputId, CancellationToken cancellationToken = default) => Enqueue(new DiscardRequest(inputId));

    /// <inheritdoc/>
    public ValueTask<StoredUser?> LoadUserAsync(string userId, CancellationToken cancellationToken = default) =>
        Read(userId, static (reader, key) => reader.FindUser(key));

    /// <inheritdoc/>
    public ValueTask SaveUserAsync(StoredUser user, CancellationToken cancellationToken = default) => Enqueue(new UserRequest(user));

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredInput> ReadInputsAsync(CancellationToken cancellationToken = default) =>
        PageAsync(0L, static (reader, after) => reader.ReadInputs(after, PageSize), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<DueProcess> ReadDueAsync(CancellationToken cancellationToken = default) =>
        PageAsync((long.MinValue, 0L), static (reader, after) => reader.ReadDue(after, PageSize), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ProcessSummary> ListAsync(CancellationToken cancellationToken = default) =>
        PageAsync("", static (reader, after) => reader.ReadSummaries(after, PageSize), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(
        string address, long? before, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Read((address, before, count), static (reader, page) => reader.ReadMessages(page.address, page.before, page.count));
    }

    /// <summary>Writes what is waiting and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _requests.Close();
        await _writing.ConfigureAwait(false);
        lock (_readLock)
        {
            _reader?.Dispose();
            _reader = null;
        }

        _openLock.Dispose();
    }

    private SqliteWriter? OpenFile()
    {
        SqliteConnection connection = new(Path, _options.IsReadOnly, _options.LockTimeout);
        try
        {
            return _options.IsReadOnly ? OpenForReading(connection) : OpenForWriting(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteWriter? OpenForReading(SqliteConnection connection)
    {
        Schema.Require(connection, Path);
        CheckFile(connection);
        SetReader(new SqliteReader(connection));
        return null;
    }

    private SqliteWriter OpenForWriting(SqliteConnection connection)
    {
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(_options.SurvivesPowerFailure ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        connection.Execute("PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000; PRAGMA temp_store = MEMORY");
        Schema.Prepare(connection, Path);
        CheckFile(connection);
        connection.RequireWritable();
        if (_options.MostPages > 0)
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {_options.MostPages}"));
        }

        SqliteWriter writer = new(connection);
        SetReader(new SqliteReader(new SqliteConnection(Path, isReadOnly: false, _options.LockTimeout)));
        return writer;
    }

    private void SetReader(SqliteReader reader)
    {
        lock (_readLock)
        {
            _reader = reader;
        }
    }

    private void CheckFile(SqliteConnection connection)
    {
        if (_options.ChecksFile && connection.QueryText("PRAGMA integrity_check(1)") is { } report && report != "ok")
        {
            throw new StoreException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database '{Path}' is damaged; put a backup in its place, or rescue what is left with the command .recover of the sqlite3 tool. ({report})"));
        }
    }

    private ValueTask Enqueue(WriteRequest request)
    {
        if (_options.IsReadOnly)
        {
            return ValueTask.FromException(new StoreException($"The store '{Path}' is open for reading only."));
        }

        return _requests.TryAdd(request)
            ? request.Task
            : ValueTask.FromException(new StoreException($"The store '{Path}' has been closed."));
    }

    private void WriteAll(SqliteWriter writer)
    {
        using (writer)
        {
            List<WriteRequest> requests = [];
            while (_requests.TryTake(ref requests))
            {
                for (int first = 0; first < requests.Count; first += _options.BatchSize)
                {
                    WriteBatch(writer, CollectionsMarshal.AsSpan(requests).Slice(first, Math.Min(_options.BatchSize, requests.Count - first)));
                }
            }
        }
    }

    private static void WriteBatch(SqliteWriter writer, ReadOnlySpan<WriteRequest> batch)
    {
        try
        {
            writer.Write(batch);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // All who wait learn of it and decide whether to try again; the writer goes on with the next batch.
            foreach (WriteRequest request in batch)
            {
                request.Fail(exception);
            }

            return;
        }

        foreach (WriteRequest request in batch)
        {
            request.Complete();
        }
    }

    private ValueTask<TResult> Read<TKey, TResult>(TKey key, Func<SqliteReader, TKey, TResult> read)
    {
        try
        {
            lock (_readLock)
            {
                return _reader is { } reader
                    ? new ValueTask<TResult>(read(reader, key))
                    : ValueTask.FromException<TResult>(new StoreException($"The store '{Path}' is not open."));
            }
        }
        catch (StoreException exception)
        {
            return ValueTask.FromException<TResult>(exception);
        }
    }

    /// <summary>Reads page by page, so that nothing is locked while the caller looks at the items.</summary>
    private async IAsyncEnumerable<TItem> PageAsync<TItem, TKey>(
        TKey first, Func<SqliteReader, TKey, (List<TItem> Items, TKey Last)> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TKey after = first;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (List<TItem> items, TKey last) = await Read(after, read).ConfigureAwait(false);
            foreach (TItem item in items)
            {
                yield return item;
            }

            if (items.Count < PageSize)
            {
                yield break;
            }

            after = last;
        }
    }
}
