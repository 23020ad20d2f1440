using System.Text.RegularExpressions;
using Bubblescript.Matching.Programs;

namespace Bubblescript.Matching.Patterns;

/// <summary>
/// A regular expression of a pattern: case-insensitive and bounded in time (language reference, BML, sections 4.2 and 7). The backtracking engine goes
/// first, because that without backtracking overlooks matches: it finds the last <c>b</c> and not the first with <c>\s?b</c> in "a-b b". A search
/// that needs too much backtracking is done again without, where .NET can. Safe for use by several threads.
/// </summary>
internal sealed class PatternRegex
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan BacktrackingTime = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan SearchTime = TimeSpan.FromMilliseconds(40);

    private readonly string _expression;
    private readonly Lazy<Regex?> _linear;
    private readonly Lazy<PatternRegex> _forPairs;

    private PatternRegex(string source, string expression, bool isPerToken, Regex checkedRegex)
    {
        Source = source;
        _expression = expression;
        GroupNames = Array.FindAll(checkedRegex.GetGroupNames(), static name => !char.IsAsciiDigit(name[0]));
        Traits = RegexTraits.Of(expression, checkedRegex);
        Regex = new Regex(expression, Options, Traits.NeedsBacktracking ? SearchTime : BacktrackingTime);
        _linear = new Lazy<Regex?>(BuildLinear);
        _forPairs = new Lazy<PatternRegex>(() => BuildForPairs(isPerToken));
    }

    /// <summary>The expression as it stands between the slashes.</summary>
    public string Source { get; }

    /// <summary>The names of the groups that become captures.</summary>
    public string[] GroupNames { get; }

    public RegexTraits Traits { get; }

    /// <summary>The expression with backtracking; throws <see cref="RegexMatchTimeoutException"/> after 20 ms, or 40 ms when there is no other way.</summary>
    public Regex Regex { get; }

    /// <summary>The expression without backtracking; null when it needs backtracking.</summary>
    public Regex? Linear => _linear.Value;

    /// <summary>The expression that suits a text: in one with surrogate pairs, a pair counts as one character.</summary>
    public PatternRegex For(ReadOnlySpan<char> text) => RegexDialect.HasSurrogates(text) ? _forPairs.Value : this;

    /// <summary>Whether a text matches; a search that takes too long counts as no match.</summary>
    public bool IsMatch(ReadOnlySpan<char> text, RegexAllowance allowance)
    {
        if (allowance.IsSpent)
        {
            return false;
        }

        try
        {
            allowance.Charge(text.Length);
            return Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // The other engine has a chance to answer in time.
            allowance.ChargeTimeout();
            return IsLinearMatch(text);
        }
    }

    /// <summary>Makes the expression, or says why it is invalid and where (0-based, in the source).</summary>
    public static PatternRegex? TryCreate(string source, bool isPerToken, out string? error, out int errorOffset)
    {
        string expression = RegexDialect.Translate(source);
        try
        {
            // The plain expression is checked first, so that the error does not speak of what is put around it.
            Regex plain = new(expression, Options, SearchTime);
            error = null;
            errorOffset = 0;
            return new PatternRegex(source, Complete(expression, isPerToken), isPerToken, plain);
        }
        catch (RegexParseException exception)
        {
            // The framework has no way to check an expression other than this exception.
            error = RegexErrorText.Describe(exception.Error);
            errorOffset = Math.Min(exception.Offset, source.Length);
            return null;
        }
    }

    /// <summary>The first match of a text; a search that takes too long counts as no match.</summary>
    public Match Match(string text)
    {
        Match match = System.Text.RegularExpressions.Match.Empty;
        try
        {
            match = Regex.Match(text);
        }
        catch (RegexMatchTimeoutException) when (IsLinearMatch(text))
        {
            // The other engine has just answered in time.
            match = Linear!.Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // A search that takes too long counts as no match.
        }

        return match;
    }

    private bool IsLinearMatch(ReadOnlySpan<char> text)
    {
        try
        {
            return Linear?.IsMatch(text) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            // A search that takes too long counts as no match.
            return false;
        }
    }

    private static string Complete(string expression, bool isPerToken) => isPerToken ? $"^(?:{expression})$" : expression;

    private PatternRegex BuildForPairs(bool isPerToken)
    {
        string expression = Complete(RegexDialect.TranslateForPairs(Source), isPerToken);
        return string.Equals(expression, _expression, StringComparison.Ordinal) ? this : new PatternRegex(Source, expression, isPerToken, Regex);
    }

    private Regex? BuildLinear()
    {
        if (Traits.NeedsBacktracking)
        {
            return null;
        }

        try
        {
            return new Regex(_expression, Options | RegexOptions.NonBacktracking, SearchTime);
        }
        catch (NotSupportedException)
        {
            // Huge repetitions are too much for it.
            return null;
        }
    }
}
