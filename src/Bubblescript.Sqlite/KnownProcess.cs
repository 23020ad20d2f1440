namespace Bubblescript.Sqlite;

/// <summary>What the writer remembers of a process, so that it need not look it up.</summary>
internal sealed class KnownProcess(long id, long? lastMessage, long? due)
{
    public long Id { get; } = id;

    /// <summary>The number of its last message, or null.</summary>
    public long? LastMessage { get; set; } = lastMessage;

    /// <summary>The stored due time in ticks; may be earlier than the real one.</summary>
    public long? Due { get; set; } = due;
}
