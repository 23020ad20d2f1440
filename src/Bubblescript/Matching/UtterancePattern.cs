using System.Diagnostics.CodeAnalysis;

namespace Bubblescript.Matching;

/// <summary>
/// A pattern that utterances are matched with: BML (<see cref="BmlPattern"/>) or the syntax of early scripts (<see cref="LegacyPattern"/>).
/// Immutable, safe for use by several threads.
/// </summary>
public abstract class UtterancePattern
{
    private protected UtterancePattern(string source) => Source = source;

    /// <summary>The pattern as it was written.</summary>
    public string Source { get; }

    /// <summary>Whether a text uses the syntax of early scripts (language reference, section 8.2): it contains <c>#&lt;</c>, which BML cannot.</summary>
    /// <param name="source">The text of a pattern.</param>
    public static bool IsLegacy(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Contains("#<", StringComparison.Ordinal);
    }

    /// <summary>Parses a pattern of either syntax.</summary>
    /// <param name="source">The text of the pattern.</param>
    /// <param name="options">What a BML pattern may refer to; null for the defaults.</param>
    /// <param name="pattern">The pattern, when the text is one.</param>
    /// <param name="error">Otherwise: what is wrong.</param>
    public static bool TryParse(
        string source, BmlOptions? options, [NotNullWhen(true)] out UtterancePattern? pattern, [NotNullWhen(false)] out BmlParseError? error)
    {
        if (IsLegacy(source))
        {
            bool isLegacy = LegacyPattern.TryParse(source, out LegacyPattern? legacy, out error);
            pattern = legacy;
            return isLegacy;
        }

        bool isBml = BmlPattern.TryParse(source, options, out BmlPattern? bml, out error);
        pattern = bml;
        return isBml;
    }

    /// <summary>Matches an utterance; null when the pattern does not match.</summary>
    /// <param name="utterance">The analysed utterance.</param>
    public abstract UtteranceMatch? Match(Utterance utterance);

    /// <inheritdoc/>
    public override string ToString() => Source;
}
