namespace Bubblescript.Sqlite;

/// <summary>What the writer remembers of a process, so that it need not look it up.</summary>
/// <param name="Id">Its row.</param>
/// <param name="LastMessage">The number of its last message; 0 when there is none.</param>
/// <param name="DueTicks">The stored due time, which may be earlier than the real one; <see cref="Never"/> when there is none.</param>
internal readonly record struct KnownProcess(long Id, long LastMessage, long DueTicks)
{
    /// <summary>The due time of a process without timers.</summary>
    public const long Never = long.MaxValue;

    public static KnownProcess Of(long id, long? lastMessage, long? due) => new(id, lastMessage ?? 0, due ?? Never);

    /// <summary>The number of its last message, as it is stored.</summary>
    public long? StoredLastMessage => LastMessage == 0 ? null : LastMessage;
}
