using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>A commit of a turn.</summary>
internal sealed class CommitRequest : WriteRequest
{
    /// <remarks>Whoever waits for a commit goes on at once and briefly, on the writer's thread: thousands of detours over the pool cost more.</remarks>
    public CommitRequest(ProcessCommit commit)
        : base(TaskCreationOptions.None)
    {
        Commit = commit;
        State = commit.State.Utf8Json;
        Messages = commit.Messages.IsEmpty ? [] : [.. commit.Messages.Select(ChatMessageJson.SerializeToUtf8Bytes)];
        foreach (StoredInput input in commit.Outgoing)
        {
            _ = input.Document.Utf8Json;
        }

        _ = commit.User?.Document.Utf8Json;
        StateChecksum = Checksum.Of(State.Span);
    }

    public ProcessCommit Commit { get; }

    public ReadOnlyMemory<byte> State { get; }

    public long StateChecksum { get; }

    public byte[][] Messages { get; }

    public override void Write(SqliteWriter writer) => writer.Write(this);
}
