using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bubblescript.Matching.Patterns;
using Bubblescript.Matching.Programs;

namespace Bubblescript.Matching;

/// <summary>
/// A BML pattern: a regular expression over the words of a sentence (language reference, BML). Immutable, safe for use by several threads. Matching takes
/// time proportional to the size of the pattern times the number of tokens.
/// </summary>
public sealed class BmlPattern : UtterancePattern
{
    private readonly Action<string>? _onRegexTimeout;
    private PatternRequirements? _requirements;

    private BmlPattern(string source, PatternNode root, bool usesRegexes, Action<string>? onRegexTimeout)
        : base(source)
    {
        Root = root;
        Program = PatternCompiler.Compile(root, usesRegexes);
        _onRegexTimeout = onRegexTimeout;
    }

    /// <summary>The kinds of entities that the pattern names, in the order in which it names them.</summary>
    public ImmutableArray<string> EntityKinds => Program.EntityKinds;

    internal PatternNode Root { get; }

    internal PatternProgram Program { get; }

    internal PatternRequirements Requirements => _requirements ??= PatternRequirements.Of(this);

    /// <summary>Parses a pattern.</summary>
    /// <param name="source">The text of the pattern.</param>
    /// <param name="options">What it may refer to; null for the defaults.</param>
    /// <exception cref="BmlParseException">The text is no pattern.</exception>
    public static BmlPattern Parse(string source, BmlOptions? options = null) =>
        TryParse(source, options, out BmlPattern? pattern, out BmlParseError? error) ? pattern : throw new BmlParseException(source, error);

    /// <summary>Parses a pattern that names no concepts.</summary>
    /// <param name="source">The text of the pattern.</param>
    /// <param name="pattern">The pattern, when the text is one.</param>
    /// <param name="error">Otherwise: what is wrong.</param>
    public static bool TryParse(string source, [NotNullWhen(true)] out BmlPattern? pattern, [NotNullWhen(false)] out BmlParseError? error) =>
        TryParse(source, options: null, out pattern, out error);

    /// <summary>Parses a pattern.</summary>
    /// <param name="source">The text of the pattern.</param>
    /// <param name="options">What it may refer to; null for the defaults.</param>
    /// <param name="pattern">The pattern, when the text is one.</param>
    /// <param name="error">Otherwise: what is wrong.</param>
    public static bool TryParse(
        string source, BmlOptions? options, [NotNullWhen(true)] out BmlPattern? pattern, [NotNullWhen(false)] out BmlParseError? error)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= BmlOptions.Default;
        PatternScope scope = new(options);
        PatternNode? root = PatternParser.Parse(source, scope, out error);
        pattern = root is null ? null : new BmlPattern(source, root, scope.HasRegexes, options.OnRegexTimeout);
        return pattern is not null;
    }

    /// <inheritdoc/>
    public override UtteranceMatch? Match(Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        foreach (Sentence sentence in utterance.Sentences)
        {
            if (Match(sentence) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>Matches one sentence; null when the pattern does not match.</summary>
    /// <param name="sentence">The analysed sentence.</param>
    public UtteranceMatch? Match(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return PatternMatcher.Match(this, sentence, _onRegexTimeout);
    }

    /// <summary>Matches a text with the built-in analysis of English; times are relative to the system clock, in UTC.</summary>
    /// <param name="text">The text.</param>
    public UtteranceMatch? Match(string text) => Match(EnglishAnalyzer.Instance.Analyze(text, AnalysisContext.At(TimeProvider.System)));
}
