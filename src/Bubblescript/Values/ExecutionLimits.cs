namespace Bubblescript.Values;

/// <summary>
/// What one script may use (language reference, section 11). There is no unlimited value; exceeding a limit is a runtime error. Immutable.
/// </summary>
public sealed record ExecutionLimits
{
    /// <summary>The defaults of the language reference.</summary>
    public static readonly ExecutionLimits Default = new();

    /// <summary>Steps of one turn: dialog, task and function entries and loop rounds. Default 10,000.</summary>
    public int Steps { get; init; } = 10_000;

    /// <summary>Processor time of one turn. Default 5 seconds.</summary>
    public TimeSpan TurnTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Frames on a dialog stack. Default 256.</summary>
    public int Frames { get; init; } = 256;

    /// <summary>Nested calls of tasks and functions. Default 256.</summary>
    public int Calls { get; init; } = 256;

    /// <summary>Bots on a bot stack. Default 16.</summary>
    public int Bots { get; init; } = 16;

    /// <summary>Characters of one message. Default 65,536.</summary>
    public int MessageLength { get; init; } = 65_536;

    /// <summary>Characters of any text that a script makes. Default 1,048,576.</summary>
    public int TextLength { get; init; } = 1_048_576;

    /// <summary>Items of any list or entries of any map that a script makes. Default 200,000.</summary>
    public int ListLength { get; init; } = 200_000;

    /// <summary>Messages and other effects of one turn. Default 1,000.</summary>
    public int Effects { get; init; } = 1_000;

    /// <summary>Bytes of the saved state of a conversation. Default 4 MiB.</summary>
    public int StateSize { get; init; } = 4 * 1024 * 1024;

    /// <summary>Inputs waiting in one inbox. Default 10,000.</summary>
    public int Inbox { get; init; } = 10_000;

    /// <summary>Time of one search with a regular expression. Default 100 ms.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromMilliseconds(100);
}
