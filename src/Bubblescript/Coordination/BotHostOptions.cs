namespace Bubblescript.Coordination;

/// <summary>Settings of a <see cref="BotHost"/>. Immutable.</summary>
public sealed record BotHostOptions
{
    /// <summary>The defaults.</summary>
    public static readonly BotHostOptions Default = new();

    /// <summary>How long a query waits for its reply (execution model, section 6.3). More than zero, default 1 second.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A process without input for this long, and at most twice as long, leaves the memory and comes back with the next input, without its script
    /// noticing. More than zero, default 10 minutes.
    /// </summary>
    public TimeSpan PassivateAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a stopping host waits for turns and calls that run. Default 5 seconds.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The messages that a <see cref="Conversation"/> keeps for a reader that is slower than its bot; when there are more, the oldest are dropped (the
    /// history has them). At least 1, default 1,000.
    /// </summary>
    public int MessageBuffer { get; init; } = 1_000;

    /// <summary>The address of the chat page without a final slash, for <c>chat_link</c>; empty for links that begin with a slash.</summary>
    public string ChatBaseAddress { get; init; } = "";

    /// <summary>What <c>user.frontend</c> and <c>conversation.frontend</c> say. Default <c>web</c>.</summary>
    public string Frontend { get; init; } = "web";

    /// <summary>The longest time of one answer of the language model. Default 60 seconds.</summary>
    public TimeSpan LanguageModelTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What runs the turns; null for the thread pool.</summary>
    public ITurnScheduler? Scheduler { get; init; }

    /// <summary>Which host runs a process; null when this host runs all.</summary>
    public IProcessRouter? Router { get; init; }
}
