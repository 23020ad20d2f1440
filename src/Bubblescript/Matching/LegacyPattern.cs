using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching;

/// <summary>
/// A pattern of early scripts: literal text with captures <c>#&lt;name&gt;</c> and <c>#&lt;name:regex&gt;</c>, searched anywhere in the utterance
/// (language reference, section 8.2). Immutable, safe for use by several threads.
/// </summary>
public sealed class LegacyPattern : UtterancePattern
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;
    private static readonly TimeSpan SearchTime = TimeSpan.FromMilliseconds(100);

    private readonly LegacyAlternative[] _alternatives;

    private LegacyPattern(string source, LegacyAlternative[] alternatives)
        : base(source) => _alternatives = alternatives;

    /// <summary>Parses a pattern.</summary>
    /// <param name="source">The text of the pattern.</param>
    /// <param name="pattern">The pattern, when the text is one.</param>
    /// <param name="error">Otherwise: what is wrong.</param>
    public static bool TryParse(string source, [NotNullWhen(true)] out LegacyPattern? pattern, [NotNullWhen(false)] out BmlParseError? error)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<LegacyAlternative> alternatives = [];
        int position = 0;
        pattern = null;
        do
        {
            LegacyAlternative? alternative = ReadAlternative(source, ref position, out error);
            if (alternative is null)
            {
                error ??= new BmlParseError("This is no pattern.", position + 1);
                return false;
            }

            alternatives.Add(alternative);
        }
        while (position++ < source.Length);
        pattern = new LegacyPattern(source, [.. alternatives]);
        return true;
    }

    /// <inheritdoc/>
    public override UtteranceMatch? Match(Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        foreach (LegacyAlternative alternative in _alternatives)
        {
            if (alternative.Match(utterance.Text) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>Reads up to the next <c>|</c> outside of captures, or the end.</summary>
    private static LegacyAlternative? ReadAlternative(string source, ref int position, out BmlParseError? error)
    {
        StringBuilder expression = new();
        List<string> names = [];
        int start = position;
        error = null;
        while (position < source.Length && source[position] != '|')
        {
            if (source.AsSpan(position).StartsWith("#<"))
            {
                if (!TryReadCapture(source, ref position, expression, names, out error))
                {
                    return null;
                }
            }
            else
            {
                ReadLiteral(source, ref position, expression);
            }
        }

        if (string.IsNullOrWhiteSpace(source[start..position]))
        {
            error = new BmlParseError("An alternative is empty; remove the '|' or write text beside it.", Math.Min(start, source.Length) + 1);
            return null;
        }

        return new LegacyAlternative(new Regex(Trim(expression), Options, SearchTime), [.. names]);
    }

    private static string Trim(StringBuilder expression)
    {
        const string Blank = @"\s+";
        string text = expression.ToString();
        text = text.StartsWith(Blank, StringComparison.Ordinal) ? text[Blank.Length..] : text;
        return text.EndsWith(Blank, StringComparison.Ordinal) ? text[..^Blank.Length] : text;
    }

    private static void ReadLiteral(string source, ref int position, StringBuilder expression)
    {
        if (!char.IsWhiteSpace(source[position]))
        {
            expression.Append(Regex.Escape(source[position++].ToString()));
            return;
        }

        while (position < source.Length && char.IsWhiteSpace(source[position]))
        {
            position++;
        }

        expression.Append(@"\s+");
    }

    private static bool TryReadCapture(string source, ref int position, StringBuilder expression, List<string> names, [NotNullWhen(false)] out BmlParseError? error)
    {
        int start = position;
        position += 2;
        int nameStart = position;
        string name = ReadName(source, ref position);
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            error = new BmlParseError("A capture needs a name of letters, digits and '_': '#<name>' or '#<name:regex>'.", nameStart + 1);
            return false;
        }

        string? inner = null;
        if (position < source.Length && source[position] == ':')
        {
            int innerStart = ++position;
            inner = ReadExpression(source, ref position);
            if (PatternRegex.TryCreate(inner, isPerToken: false, out string? problem, out int offset) is null)
            {
                error = new BmlParseError($"Invalid regular expression: {problem}.", innerStart + offset + 1);
                return false;
            }
        }

        if (position >= source.Length || source[position] != '>')
        {
            error = new BmlParseError("This capture has no closing '>'.", start + 1);
            return false;
        }

        position++;
        names.Add(name);
        ReadOnlySpan<char> rest = source.AsSpan(position).TrimStart();
        bool isLast = rest.IsEmpty || rest[0] == '|';
        expression.Append('(').Append("?<c").Append(names.Count - 1).Append('>').Append(Body(inner, isLast)).Append(')');
        error = null;
        return true;
    }

    private static string ReadName(string source, ref int position)
    {
        int start = position;
        while (position < source.Length && (char.IsAsciiLetterOrDigit(source[position]) || source[position] == '_'))
        {
            position++;
        }

        return source[start..position];
    }

    /// <summary>Text up to the next literal, or to the end; at least one character that is no white space.</summary>
    private static string Body(string? inner, bool isLast) => inner is not null ? $"(?:{RegexDialect.Translate(inner)})" : isLast ? @"\s*\S.*" : @"\s*\S.*?";

    /// <summary>Reads a regular expression up to the <c>&gt;</c> that ends the capture; groups and classes in it may hold others.</summary>
    private static string ReadExpression(string source, ref int position)
    {
        int start = position;
        int groups = 0;
        bool inClass = false;
        while (position < source.Length)
        {
            char character = source[position];
            if (character == '>' && groups == 0 && !inClass)
            {
                break;
            }

            switch (character)
            {
                case '\\':
                    position++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    groups++;
                    break;
                case ')' when !inClass:
                    groups--;
                    break;
            }

            position++;
        }

        position = Math.Min(position, source.Length);
        return source[start..position];
    }
}
