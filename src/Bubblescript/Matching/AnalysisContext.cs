namespace Bubblescript.Matching;

/// <summary>What the analysis of an utterance may depend on. Immutable.</summary>
public sealed record AnalysisContext
{
    /// <summary>The instant that relative times such as "tomorrow" refer to.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The user's time zone, an IANA name such as <c>Europe/Amsterdam</c>; an unknown name counts as UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The language of the utterance, such as <c>en</c> or <c>nl_BE</c>.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>English, in UTC, at the current time of a clock.</summary>
    /// <param name="clock">The clock.</param>
    public static AnalysisContext At(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new AnalysisContext { Now = clock.GetUtcNow() };
    }
}
