using System.Collections.Frozen;
using System.Globalization;

namespace Bubblescript.Matching.Entities;

/// <summary>Ordinal numbers: "3rd", "first", "twenty-second". The value is the integer.</summary>
internal sealed class OrdinalRecognizer : BuiltInRecognizer
{
    private const int MostDigits = 15;

    private static readonly FrozenDictionary<string, int> Words = (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth " +
        "eighteenth nineteenth twentieth").Split(' ').Select((word, index) => KeyValuePair.Create(word, index + 1))
        .Concat("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".Split(' ').Select((word, index) => KeyValuePair.Create(word, (index + 3) * 10)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ')
        .Select((word, index) => KeyValuePair.Create(word, (index + 2) * 10))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public override string Kind => "ordinal";

    /// <summary>The value of an ordinal, when the text is one.</summary>
    public static int? ValueOf(string word) => Words.TryGetValue(word, out int value) ? value : null;

    public override IEnumerable<EntityMention> Find(string text, AnalysisContext context)
    {
        int position = 0;
        while (position < text.Length)
        {
            int end = SkipWord(text, position);
            bool canStart = position == 0 || !(char.IsLetterOrDigit(text[position - 1]) || text[position - 1] is '_' or '.' or ',' or '/' or '-');
            if (end > position && canStart && TryRead(text, position, ref end, out long value))
            {
                yield return new EntityMention(position, end, value, EntityMention.PlainValue);
            }

            position = Math.Max(end, position + 1);
        }
    }

    private static bool TryRead(string text, int start, ref int end, out long value)
    {
        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        if (!char.IsAsciiDigit(word[0]))
        {
            return TryReadWords(text, start, ref end, out value) && CanEnd(text, end);
        }

        value = 0;
        int digits = word.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= MostDigits
            && IsEnding(word[digits..])
            && long.TryParse(word[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && CanEnd(text, end);
    }

    private static bool TryReadWords(string text, int start, ref int end, out long value)
    {
        bool hasTens = Tens.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, end - start), out int tens)
            && end < text.Length && text[end] is ' ' or '-';
        int wordStart = hasTens ? end + 1 : start;
        int wordEnd = SkipWord(text, wordStart);
        bool isOrdinal = Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(wordStart, wordEnd - wordStart), out int unit);
        value = unit + (hasTens ? tens : 0);
        end = isOrdinal ? wordEnd : end;
        return isOrdinal && (!hasTens || unit < 10);
    }

    private static bool IsEnding(ReadOnlySpan<char> letters) =>
        letters.Length == 2 && letters.ToString().ToUpperInvariant() is "ST" or "ND" or "RD" or "TH";

    private static bool CanEnd(string text, int end) => end >= text.Length || text[end] is not ('_' or '-');

    private static int SkipWord(string text, int position)
    {
        while (position < text.Length && char.IsLetterOrDigit(text[position]))
        {
            position++;
        }

        return position;
    }
}
