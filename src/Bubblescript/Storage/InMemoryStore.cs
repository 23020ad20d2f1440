using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bubblescript.Messages;

namespace Bubblescript.Storage;

/// <summary>
/// Keeps everything in memory: what hosts use without another store. Several hosts may use one after the other, as tests of a restart do; what a host
/// loads has gone through its saved form. As nothing here outlives the operating system's process, a host hands over messages at once but states only
/// when a process is passivated or the host stops. Safe for use by several threads.
/// </summary>
public sealed class InMemoryStore : IConversationStore
{
    private readonly ConcurrentDictionary<string, Record> _processes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredUser> _users = new(StringComparer.Ordinal);
    private readonly Lock _inputLock = new();
    private readonly Dictionary<string, LinkedListNode<StoredInput>> _inputsById = new(StringComparer.Ordinal);
    private readonly LinkedList<StoredInput> _inputs = [];

    /// <summary>The messages that the history of one process keeps; older ones are dropped. At least 1, default 1,000.</summary>
    public int HistoryLength { get; init; } = 1_000;

    /// <inheritdoc/>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<StoredProcess?> LoadAsync(string address, CancellationToken cancellationToken = default)
    {
        if (!_processes.TryGetValue(address, out Record? record))
        {
            return new ValueTask<StoredProcess?>((StoredProcess?)null);
        }

        lock (record)
        {
            return new ValueTask<StoredProcess?>(record.Commit is { } commit ? new StoredProcess(commit.Version, commit.State) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask CommitAsync(ProcessCommit commit, CancellationToken cancellationToken = default)
    {
        Record record = _processes.GetOrAdd(commit.Address, static _ => new Record());
        lock (record)
        {
            if (record.Commit is { } stored && stored.Version == commit.Version && string.Equals(stored.Writer, commit.Writer, StringComparison.Ordinal))
            {
                return ValueTask.CompletedTask;
            }

            long version = record.Commit?.Version ?? 0;
            if (commit.Version != version + 1)
            {
                return ValueTask.FromException(StoreConflictException.For(commit, version));
            }

            record.Append(commit.Messages, HistoryLength);
            record.Commit = commit;
        }

        StoreInputs(commit);
        if (commit.User is { } user)
        {
            return SaveUserAsync(user, cancellationToken);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask AcceptAsync(StoredInput input, CancellationToken cancellationToken = default)
    {
        lock (_inputLock)
        {
            Add(input);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DiscardAsync(string inputId, CancellationToken cancellationToken = default)
    {
        lock (_inputLock)
        {
            Remove(inputId);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredInput> ReadInputsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StoredInput[] inputs;
        lock (_inputLock)
        {
            inputs = [.. _inputs];
        }

        foreach (StoredInput input in inputs)
        {
            yield return input;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DueProcess> ReadDueAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<DueProcess> due = [];
        foreach (ProcessCommit commit in Commits())
        {
            if (commit.Due is { } time)
            {
                due.Add(new DueProcess(commit.Address, time));
            }
        }

        foreach (DueProcess process in due.OrderBy(static process => process.Due))
        {
            yield return process;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ProcessSummary> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ProcessCommit commit in Commits().OrderBy(static commit => commit.Address, StringComparer.Ordinal))
        {
            yield return new ProcessSummary(
                commit.Address, commit.BotId, commit.UserId, commit.Version, commit.Time, commit.State.Utf8Json.Length);
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(
        string address, long? before, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!_processes.TryGetValue(address, out Record? record))
        {
            return new ValueTask<IReadOnlyList<StoredMessage>>([]);
        }

        lock (record)
        {
            return new ValueTask<IReadOnlyList<StoredMessage>>(record.Read(before, count));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredUser?> LoadUserAsync(string userId, CancellationToken cancellationToken = default) =>
        new(_users.GetValueOrDefault(userId));

    /// <inheritdoc/>
    public ValueTask SaveUserAsync(StoredUser user, CancellationToken cancellationToken = default)
    {
        _users.AddOrUpdate(user.Id, static (_, added) => added, static (_, stored, added) => stored.Version > added.Version ? stored : added, user);
        return ValueTask.CompletedTask;
    }

    /// <summary>Appends to the history of a process that is live in a host and has not been handed over yet.</summary>
    internal void AppendMessages(string address, ImmutableArray<ChatMessage> messages)
    {
        Record record = _processes.GetOrAdd(address, static _ => new Record());
        lock (record)
        {
            record.Append(messages, HistoryLength);
        }
    }

    private IEnumerable<ProcessCommit> Commits()
    {
        foreach (Record record in _processes.Values)
        {
            ProcessCommit? commit;
            lock (record)
            {
                commit = record.Commit;
            }

            if (commit is not null)
            {
                yield return commit;
            }
        }
    }

    private void StoreInputs(ProcessCommit commit)
    {
        if (commit.ConsumedInput is null && commit.Outgoing.IsEmpty)
        {
            return;
        }

        lock (_inputLock)
        {
            if (commit.ConsumedInput is { } consumed)
            {
                Remove(consumed);
            }

            foreach (StoredInput input in commit.Outgoing)
            {
                Add(input);
            }
        }
    }

    private void Add(StoredInput input)
    {
        if (!_inputsById.ContainsKey(input.Id))
        {
            _inputsById.Add(input.Id, _inputs.AddLast(input));
        }
    }

    private void Remove(string inputId)
    {
        if (_inputsById.Remove(inputId, out LinkedListNode<StoredInput>? node))
        {
            _inputs.Remove(node);
        }
    }

    private sealed class Record
    {
        private readonly Queue<ChatMessage> _messages = new();
        private long _lastNumber;

        public ProcessCommit? Commit { get; set; }

        public void Append(ImmutableArray<ChatMessage> messages, int longest)
        {
            foreach (ChatMessage message in messages)
            {
                _lastNumber++;
                _messages.Enqueue(message);
                if (_messages.Count > longest)
                {
                    _messages.Dequeue();
                }
            }
        }

        public List<StoredMessage> Read(long? before, int count)
        {
            long first = _lastNumber - _messages.Count + 1;
            return
            [
                .. _messages.Select((message, index) => new StoredMessage(first + index, message))
                    .Where(message => before is null || message.Number < before)
                    .Reverse()
                    .Take(count),
            ];
        }
    }
}
