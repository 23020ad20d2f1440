using Bubblescript.Diagnostics;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>Reads the configuration constants (language reference, section 6).</summary>
internal sealed class BotSettingsReader(BindingSession session, ConstantTable constants)
{
    private static readonly string[] Names = ["timeout", "ask_timeout", "delay", "typing_indicator"];

    public static bool IsConfiguration(string name) => Names.Contains(name, StringComparer.Ordinal);

    /// <summary>The settings of the scripts that the table belongs to; others keep their defaults.</summary>
    public BotSettings Read()
    {
        BotSettings defaults = new();
        return new BotSettings
        {
            SessionTimeout = Duration("timeout", defaults.SessionTimeout, isInfinityAllowed: true),
            AskTimeout = Duration("ask_timeout", defaults.AskTimeout, isInfinityAllowed: true),
            Delay = Duration("delay", defaults.Delay, isInfinityAllowed: false) ?? defaults.Delay,
            TypingIndicator = Duration("typing_indicator", defaults.TypingIndicator, isInfinityAllowed: false) ?? defaults.TypingIndicator,
        };
    }

    private TimeSpan? Duration(string name, TimeSpan? fallback, bool isInfinityAllowed)
    {
        if (constants.FindOwn(name) is not { HasFailed: false, Definitions.Count: > 0 } symbol)
        {
            return fallback;
        }

        Value value = symbol.Cell.Value;
        if (Values.Duration.TryParse(value, out TimeSpan duration) && (isInfinityAllowed || duration != Values.Duration.Infinite))
        {
            return duration == Values.Duration.Infinite ? null : duration;
        }

        string hint = isInfinityAllowed ? "write seconds, a text such as \"1h30m\", or :infinity" : "write seconds or a text such as \"500ms\"";
        session.Report(Descriptors.InvalidOptionValue, symbol.Definitions[0].Place, $"'@{name}' must be a duration, got {ValueDescription.Describe(value)}", hint);
        return fallback;
    }
}
