using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bubblescript.Matching.Entities;

/// <summary>Ordinal numbers: "3rd", "first", "twenty-second". The value is the integer.</summary>
internal sealed class OrdinalRecognizer() : RegexRecognizer(
    "ordinal",
    @"(?<![\p{L}\p{N}_.,/-])(((?<digits>\d{1,15})(st|nd|rd|th))|((?<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -])?(?<word>[a-z]+(st|nd|rd|th)))(?![\p{L}\p{N}_-])")
{
    private static readonly FrozenDictionary<string, int> Words = (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth " +
        "eighteenth nineteenth twentieth").Split(' ').Select((word, index) => KeyValuePair.Create(word, index + 1))
        .Concat("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".Split(' ').Select((word, index) => KeyValuePair.Create(word, (index + 3) * 10)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>The value of an ordinal, when the text is one.</summary>
    public static int? ValueOf(string word) => Words.TryGetValue(word, out int value) ? value : null;

    protected override EntityMention? Read(string text, Match match, AnalysisContext context)
    {
        if (match.Groups["digits"].Success)
        {
            return Make(match, long.Parse(match.Groups["digits"].ValueSpan, CultureInfo.InvariantCulture));
        }

        if (!Words.TryGetValue(match.Groups["word"].Value, out int value))
        {
            return null;
        }

        if (!match.Groups["tens"].Success)
        {
            return Make(match, value);
        }

        int tens = (Array.FindIndex(Tens, word => word.Equals(match.Groups["tens"].Value, StringComparison.OrdinalIgnoreCase)) + 2) * 10;
        return value < 10 ? Make(match, tens + value) : null;
    }

    private static EntityMention Make(Match match, long value) => new(match.Index, match.Index + match.Length, value, EntityMention.PlainValue);
}
