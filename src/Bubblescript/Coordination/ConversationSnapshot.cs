using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>What a conversation was after its last committed turn, for tests and inspection. Immutable.</summary>
public sealed record ConversationSnapshot
{
    /// <summary>The variables of the bot on top of the bot stack, without the predefined ones.</summary>
    public required MapValue Variables { get; init; }

    /// <summary>The names of the dialogs on the stack of that bot, topmost first.</summary>
    public required ImmutableArray<string> Stack { get; init; }

    /// <summary>The names of the entered dialogs, latest first, at most 50.</summary>
    public required ImmutableArray<string> History { get; init; }

    /// <summary>Whether the conversation has been opened.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Whether <c>close</c> has ended the conversation.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Whether the session has timed out and the user has not come back yet.</summary>
    public required bool IsAsleep { get; init; }

    /// <summary>What the topmost waiting dialog or the whole process waits for (<c>ask</c>, <c>prompt</c>, <c>await parcel</c>, <c>query</c> …), or null.</summary>
    public required string? Waiting { get; init; }

    /// <summary>The pending timers, in the order of their creation.</summary>
    public required ImmutableArray<TimerSnapshot> Timers { get; init; }

    /// <summary>The ids of the bots on the bot stack, topmost last.</summary>
    public required ImmutableArray<string> BotStack { get; init; }

    /// <summary>The tags of the conversation.</summary>
    public required ImmutableArray<string> Tags { get; init; }
}
