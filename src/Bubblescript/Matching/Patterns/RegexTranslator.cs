using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bubblescript.Matching.Patterns;

/// <summary>Rewrites one regular expression. What it does not know is copied, so that .NET judges it. Classes are in a type of their own.</summary>
/// <param name="source">The expression as it was written.</param>
/// <param name="allowsPairs">Whether the texts may hold surrogate pairs.</param>
internal sealed class RegexTranslator(string source, bool allowsPairs)
{
    public const string Pair = @"[\ud800-\udbff][\udc00-\udfff]";
    public const string Surrogates = @"\ud800-\udfff";
    public const string HorizontalSpace = @"\t\x20\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000";

    private const string LineBreak = @"(?>\r\n|[\n\v\f\r\u0085\u2028\u2029])";

    private readonly StringBuilder _output = new(source.Length + 16);
    private readonly Stack<int> _groups = new();
    private int _position;
    private int _atom;

    public string Translate()
    {
        while (_position < source.Length)
        {
            ReadItem();
        }

        return _output.ToString();
    }

    private void ReadItem()
    {
        switch (source[_position])
        {
            case '\\' when _position + 1 < source.Length:
                ReadEscape();
                break;
            case '[':
                AddAtom(new RegexClassTranslator(source, allowsPairs).Translate(ref _position));
                break;
            case '(':
                OpenGroup();
                break;
            case ')':
                _output.Append(source[_position++]);
                _atom = _groups.TryPop(out int start) ? start : _output.Length - 1;
                break;
            case '*' or '+' or '?' or '{' when LengthOfQuantifier() is > 0 and int length:
                Quantify(length);
                break;
            case '.' when allowsPairs:
                string lineEnd = Regex.IsMatch(source, @"\(\?[imnx]*s", RegexOptions.NonBacktracking) ? string.Empty : @"\n";
                AddAtom($"(?:[^{lineEnd}{Surrogates}]|{Pair})");
                _position++;
                break;
            default:
                ReadCharacter();
                break;
        }
    }

    private void ReadCharacter()
    {
        bool isPair = _position + 1 < source.Length && char.IsSurrogatePair(source[_position], source[_position + 1]);
        AddAtom(isPair ? $"(?:{source.AsSpan(_position, 2)})" : source[_position].ToString());
        _position += isPair ? 2 : 1;
    }

    private void OpenGroup()
    {
        ReadOnlySpan<char> rest = source.AsSpan(_position);
        int close = rest.IndexOf(')');
        if (rest.StartsWith("(?P=") && close > 0)
        {
            AddAtom($@"\k<{rest[4..close]}>");
            _position += close + 1;
            return;
        }

        _groups.Push(_output.Length);
        bool isNamed = rest.StartsWith("(?P<");
        bool isSpecial = rest.StartsWith("(?");
        _output.Append(isSpecial ? "(?" : "(");
        _position += isNamed ? 3 : isSpecial ? 2 : 1;
    }

    /// <summary>Copies a quantifier; a possessive one makes what it repeats an atomic group.</summary>
    private void Quantify(int length)
    {
        _output.Append(source, _position, length);
        _position += length;
        if (_position < source.Length && source[_position] == '+')
        {
            _output.Insert(_atom, "(?>").Append(')');
            _position++;
        }
        else if (_position < source.Length && source[_position] == '?')
        {
            _output.Append(source[_position++]);
        }
    }

    private int LengthOfQuantifier() => source[_position] != '{' ? 1
        : Regex.Match(source[_position..], @"^\{[0-9]+(?:,[0-9]*)?\}", RegexOptions.NonBacktracking).Length;

    private void ReadEscape()
    {
        char kind = source[_position + 1];
        switch (kind)
        {
            case 'Q':
                ReadQuotation();
                break;
            case 'h':
                AddEscape($"[{HorizontalSpace}]", 2);
                break;
            case 'R':
                AddEscape(LineBreak, 2);
                break;
            case '_':
                AddEscape("_", 2);
                break;
            case 'D' or 'W' or 'S' when allowsPairs:
                AddEscape($@"(?:[^\{char.ToLowerInvariant(kind)}{Surrogates}]|{Pair})", 2);
                break;
            case 'p' or 'P':
                ReadProperty();
                break;
            case 'x' when TryReadCodePoint(source, _position, out int codePoint, out int length):
                AddEscape($"(?:{Regex.Escape(char.ConvertFromUtf32(codePoint))})", length);
                break;
            case > '\u007F':
                _position++;
                ReadCharacter();
                break;
            default:
                AddEscape(source.Substring(_position, 2), 2);
                break;
        }
    }

    /// <summary>Reads <c>\x{1F600}</c>.</summary>
    public static bool TryReadCodePoint(string source, int position, out int codePoint, out int length)
    {
        const string Opening = @"\x{";
        codePoint = 0;
        int close = source.IndexOf('}', position);
        length = close - position + 1;
        return source.AsSpan(position).StartsWith(Opening)
            && close > 0
            && int.TryParse(source.AsSpan(position + Opening.Length, length - Opening.Length - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out codePoint)
            && Rune.IsValid(codePoint);
    }

    private void ReadProperty()
    {
        int close = source.AsSpan(_position).StartsWith(@"\p{") || source.AsSpan(_position).StartsWith(@"\P{") ? source.IndexOf('}', _position) : -1;
        int length = close < 0 ? 2 : close - _position + 1;
        string property = source.Substring(_position, length);
        AddEscape(allowsPairs && close > 0 && property[1] == 'P' ? $"(?:[{property}-[{Surrogates}]]|{Pair})" : property, length);
    }

    private void ReadQuotation()
    {
        int start = _position + 2;
        int end = source.IndexOf(@"\E", start, StringComparison.Ordinal);
        int next = end < 0 ? source.Length : end + 2;
        foreach (Rune character in source[start..(end < 0 ? source.Length : end)].EnumerateRunes())
        {
            AddAtom(character.IsBmp ? Regex.Escape(character.ToString()) : $"(?:{character})");
        }

        _position = next;
    }

    private void AddEscape(string text, int length)
    {
        AddAtom(text);
        _position += length;
    }

    private void AddAtom(string text)
    {
        _atom = _output.Length;
        _output.Append(text);
    }
}
