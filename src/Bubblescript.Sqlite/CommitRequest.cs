using System.Collections.Immutable;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>
/// A commit of a turn. Its documents lie one behind the other in one array of just their size: under load thousands of commits wait at once, and each
/// byte of them is a byte that the garbage collector carries.
/// </summary>
internal sealed class CommitRequest : WriteRequest
{
    private readonly byte[] _documents;
    private readonly int _stateLength;
    private readonly int[] _messageEnds;

    /// <remarks>Whoever waits for a commit goes on at once and briefly, on the writer's thread: thousands of detours over the pool cost more.</remarks>
    public CommitRequest(ProcessCommit commit, DocumentBuffer buffer)
        : base(continuesAsynchronously: false)
    {
        Commit = commit;
        buffer.Clear();
        commit.State.WriteTo(buffer.Bytes);
        _stateLength = buffer.Bytes.WrittenCount;
        ImmutableArray<ChatMessage> messages = commit.Messages;
        _messageEnds = messages.IsEmpty ? [] : new int[messages.Length];
        for (int i = 0; i < messages.Length; i++)
        {
            buffer.Write(messages[i]);
            _messageEnds[i] = buffer.Bytes.WrittenCount;
        }

        _documents = buffer.Bytes.WrittenSpan.ToArray();
        foreach (StoredInput input in commit.Outgoing)
        {
            _ = input.Document.Utf8Json;
        }

        _ = commit.User?.Document.Utf8Json;
        StateChecksum = Checksum.Of(State);
    }

    public ProcessCommit Commit { get; }

    public ReadOnlySpan<byte> State => _documents.AsSpan(0, _stateLength);

    public Checksum StateChecksum { get; }

    public int MessageCount => _messageEnds.Length;

    public ReadOnlySpan<byte> Message(int index) => _documents.AsSpan()[(index == 0 ? _stateLength : _messageEnds[index - 1]).._messageEnds[index]];

    public override void Write(SqliteWriter writer) => writer.Write(this);
}
