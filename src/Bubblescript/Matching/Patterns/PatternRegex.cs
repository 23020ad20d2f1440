using System.Text.RegularExpressions;

namespace Bubblescript.Matching.Patterns;

/// <summary>
/// A regular expression of a pattern: case-insensitive, without backtracking where .NET can, else with a time limit
/// (language reference, BML, sections 4.2 and 7). Safe for use by several threads.
/// </summary>
internal sealed class PatternRegex
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan SearchTime = TimeSpan.FromMilliseconds(100);

    private readonly string _expression;
    private readonly Lazy<Regex> _regex;

    private PatternRegex(string source, string expression, Regex checkedRegex)
    {
        Source = source;
        _expression = expression;
        GroupNames = Array.FindAll(checkedRegex.GetGroupNames(), static name => !char.IsAsciiDigit(name[0]));
        Traits = RegexTraits.Of(expression, checkedRegex);
        _regex = new Lazy<Regex>(Build);
    }

    /// <summary>The expression as it stands between the slashes.</summary>
    public string Source { get; }

    /// <summary>The names of the groups that become captures.</summary>
    public string[] GroupNames { get; }

    public RegexTraits Traits { get; }

    public Regex Regex => _regex.Value;

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
            return new PatternRegex(source, isPerToken ? $"^(?:{expression})$" : expression, plain);
        }
        catch (RegexParseException exception)
        {
            // The framework has no way to check an expression other than this exception.
            error = RegexErrorText.Describe(exception.Error);
            errorOffset = Math.Min(exception.Offset, source.Length);
            return null;
        }
    }

    private Regex Build()
    {
        try
        {
            return new Regex(_expression, Options | RegexOptions.NonBacktracking, SearchTime);
        }
        catch (NotSupportedException)
        {
            // Look-arounds, back references and huge repetitions need backtracking; the time limit bounds them.
            return new Regex(_expression, Options, SearchTime);
        }
    }
}
