namespace Bubblescript.Matching;

/// <summary>Why a text is no BML pattern (language reference, BML, section 3). Immutable.</summary>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Column">The 1-based column in the pattern, counted in UTF-16 units.</param>
public sealed record BmlParseError(string Message, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"column {Column}: {Message}";
}
