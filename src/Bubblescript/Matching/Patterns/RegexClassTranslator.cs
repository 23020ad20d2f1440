using System.Globalization;
using System.Text;

namespace Bubblescript.Matching.Patterns;

/// <summary>Rewrites a character class: members outside the basic plane become alternatives beside it.</summary>
/// <param name="source">The whole expression.</param>
/// <param name="allowsPairs">Whether the texts may hold surrogate pairs.</param>
internal sealed class RegexClassTranslator(string source, bool allowsPairs)
{
    private static readonly (string Perl, string Net)[] NamedClasses =
    [
        ("[:alpha:]", @"\p{L}"),
        ("[:digit:]", @"\d"),
        ("[:alnum:]", @"\p{L}\p{Nd}"),
        ("[:space:]", @"\s"),
        ("[:upper:]", @"\p{Lu}"),
        ("[:lower:]", @"\p{Ll}"),
        ("[:punct:]", @"\p{P}"),
    ];

    private readonly StringBuilder _members = new();
    private readonly List<string> _pairs = [];

    /// <summary>Translates the class that starts at a position, and moves behind it.</summary>
    public string Translate(ref int position)
    {
        int start = position++;
        bool isNegated = position < source.Length && source[position] == '^';
        position += isNegated ? 1 : 0;
        if (position < source.Length && source[position] == ']')
        {
            _members.Append(@"\]");
            position++;
        }

        while (position < source.Length && source[position] != ']')
        {
            ReadMember(ref position);
        }

        if (position >= source.Length)
        {
            return source[start..];
        }

        position++;
        return isNegated ? Negated() : Positive();
    }

    private string Positive() => _pairs.Count == 0 ? $"[{_members}]"
        : _members.Length == 0 ? $"(?:{string.Join('|', _pairs)})"
        : $"(?:[{_members}]|{string.Join('|', _pairs)})";

    private string Negated()
    {
        if (_pairs.Count == 0 && !allowsPairs)
        {
            return $"[^{_members}]";
        }

        string without = _pairs.Count == 0 ? string.Empty : $"(?!{string.Join('|', _pairs)})";
        return $"(?:[^{RegexTranslator.Surrogates}{_members}]|{without}{RegexTranslator.Pair})";
    }

    private void ReadMember(ref int position)
    {
        ReadOnlySpan<char> rest = source.AsSpan(position);
        foreach ((string perl, string net) in NamedClasses)
        {
            if (rest.StartsWith(perl, StringComparison.Ordinal))
            {
                _members.Append(net);
                position += perl.Length;
                return;
            }
        }

        int first = ReadPair(position, out int length);
        if (first > 0)
        {
            int last = position + length < source.Length && source[position + length] == '-' ? ReadPair(position + length + 1, out int second) : ReadNone(out second);
            position += length + (last > 0 ? second + 1 : 0);
            AddPairs(first, Math.Max(first, last));
            return;
        }

        string member = rest[0] != '\\' || rest.Length == 1 ? rest[0] == '[' ? @"\[" : rest[..1].ToString()
            : rest[1] == 'h' ? RegexTranslator.HorizontalSpace
            : rest[1] == '_' ? "_"
            : RegexTranslator.TryReadCodePoint(source, position, out int codePoint, out length) ? $@"\u{codePoint:x4}"
            : rest[..(length = 2)].ToString();
        _members.Append(member);
        position += Math.Max(length, rest[0] == '\\' && rest.Length > 1 ? 2 : 1);
    }

    /// <summary>The code point outside the basic plane that is written at a position, or 0.</summary>
    private int ReadPair(int position, out int length)
    {
        length = 0;
        if (position + 1 < source.Length && char.IsSurrogatePair(source[position], source[position + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(source, position);
        }

        if (RegexTranslator.TryReadCodePoint(source, position, out int codePoint, out int written) && codePoint > char.MaxValue)
        {
            length = written;
            return codePoint;
        }

        return 0;
    }

    private static int ReadNone(out int length) => length = 0;

    private void AddPairs(int first, int last)
    {
        (char firstHigh, char firstLow) = Split(first);
        (char lastHigh, char lastLow) = Split(last);
        if (firstHigh == lastHigh)
        {
            Add(firstHigh, firstHigh, firstLow, lastLow);
            return;
        }

        Add(firstHigh, firstHigh, firstLow, '\uDFFF');
        if (lastHigh - firstHigh > 1)
        {
            Add((char)(firstHigh + 1), (char)(lastHigh - 1), '\uDC00', '\uDFFF');
        }

        Add(lastHigh, lastHigh, '\uDC00', lastLow);
    }

    private static (char High, char Low) Split(int codePoint)
    {
        string text = char.ConvertFromUtf32(codePoint);
        return (text[0], text[1]);
    }

    private void Add(int firstHigh, int lastHigh, int firstLow, int lastLow) => _pairs.Add(
        string.Create(CultureInfo.InvariantCulture, $@"[\u{firstHigh:x4}-\u{lastHigh:x4}][\u{firstLow:x4}-\u{lastLow:x4}]"));
}
