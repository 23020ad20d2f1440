using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>The configuration constants of a bot (language reference, section 6); null durations are <c>:infinity</c>.</summary>
internal sealed record BotSettings
{
    public TimeSpan? SessionTimeout { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan? AskTimeout { get; init; }

    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan TypingIndicator { get; init; } = TimeSpan.FromSeconds(1);
}
