using System.Collections.Frozen;

namespace Bubblescript.Matching.Entities;

/// <summary>Reads numbers in English words: "twenty-one", "two hundred and five", "a dozen", "three point five", "minus ten".</summary>
internal static class NumberWordReader
{
    private static readonly FrozenDictionary<string, int> Units = Number(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 1);

    private static readonly FrozenDictionary<string, int> Tens = Number("- - twenty thirty forty fifty sixty seventy eighty ninety", 10);

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["dozen"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Beginnings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, [.. Units.Keys, .. Tens.Keys, "a", "an", "minus", "negative", "half"]);

    /// <summary>Reads the number that starts at a position.</summary>
    public static bool TryRead(string text, int start, out NumberReading reading)
    {
        reading = default;
        if (!NumberReader.IsWordStart(text, start))
        {
            return false;
        }

        Words words = new(text, start);
        if (!words.TryNext(out ReadOnlySpan<char> first) || !Contains(Beginnings, first))
        {
            return false;
        }

        bool isNegative = Is(first, "minus") || Is(first, "negative");
        if (isNegative && !words.Advance())
        {
            return false;
        }

        if (isNegative && words.TryNext(out ReadOnlySpan<char> next) && char.IsAsciiDigit(next[0]))
        {
            bool isDigits = NumberReader.TryReadAt(text, words.Position, out NumberReading positive);
            reading = positive with { Start = start, Number = -positive.Number };
            return isDigits;
        }

        bool startsWithArticle = words.TryNext(out ReadOnlySpan<char> word) && (Is(word, "a") || Is(word, "an") || Is(word, "half"));
        decimal number;
        int end;
        if (!(startsWithArticle ? TryReadArticle(ref words, out number, out end) : TryReadMagnitude(ref words, out number, out end)) || !NumberReader.IsWordEnd(text, end))
        {
            return false;
        }

        reading = new NumberReading(start, end, isNegative ? -number : number, IsSpelledOut: true);
        return true;
    }

    /// <summary>Reads "million", "dozen" and the like.</summary>
    public static bool TryReadScale(string text, int position, out int end, out decimal scale)
    {
        Words words = new(text, position);
        scale = 0;
        bool isScale = words.TryNext(out ReadOnlySpan<char> word) && Scales.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out scale);
        end = position + word.Length;
        return isScale && NumberReader.IsWordEnd(text, end);
    }

    private static bool TryReadMagnitude(ref Words words, out decimal number, out int end)
    {
        NumberSum sum = default;
        end = -1;
        while (words.TryNext(out ReadOnlySpan<char> word) && TryAdd(ref sum, word, ref words))
        {
            end = words.WordEnd;
            if (!words.Advance())
            {
                break;
            }
        }

        number = sum.Value;
        if (end >= 0)
        {
            ReadFraction(ref words, ref number, ref end);
        }

        return end >= 0;
    }

    /// <summary>"a hundred", "a dozen", "a couple", "half a dozen"; a lone article is no number.</summary>
    private static bool TryReadArticle(ref Words words, out decimal number, out int end)
    {
        number = 0;
        end = -1;
        words.TryNext(out ReadOnlySpan<char> first);
        decimal factor = 1;
        if (Is(first, "half"))
        {
            factor = 0.5m;
            if (!words.Advance() || !words.TryNext(out first))
            {
                return false;
            }
        }

        if (!Is(first, "a") && !Is(first, "an"))
        {
            return false;
        }

        if (!words.Advance() || !words.TryNext(out ReadOnlySpan<char> second))
        {
            return false;
        }

        end = words.Position + second.Length;
        if (Is(second, "couple") || Is(second, "few"))
        {
            number = Is(second, "few") ? 3 : 2 * factor;
            return factor == 1 || Is(second, "couple");
        }

        bool isScale = Scales.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(second, out decimal scale);
        if (!isScale || Is(second, "dozen") || factor < 1)
        {
            number = scale * factor;
            return isScale;
        }

        NumberSum sum = new() { Group = 1 };
        sum.TryScale(scale);
        number = sum.Value;
        while (words.Advance() && words.TryNext(out ReadOnlySpan<char> word) && TryAdd(ref sum, word, ref words))
        {
            number = sum.Value;
            end = words.WordEnd;
        }

        return true;
    }

    private static bool TryAdd(ref NumberSum sum, ReadOnlySpan<char> word, ref Words words)
    {
        if (Units.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int unit))
        {
            return sum.TryAddUnit(unit);
        }

        if (Tens.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int tens))
        {
            return sum.TryAddTens(tens);
        }

        if (Scales.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out decimal scale))
        {
            return sum.TryScale(scale);
        }

        if (!Is(word, "and") || !sum.AllowsAnd)
        {
            return false;
        }

        // "and" belongs to the number only when a smaller part follows, as in "two hundred and five".
        Words ahead = words;
        NumberSum trial = sum;
        if (!ahead.Advance() || !ahead.TryNext(out ReadOnlySpan<char> next) || Is(next, "and") || !TryAdd(ref trial, next, ref ahead))
        {
            return false;
        }

        words.Advance();
        sum = trial;
        return true;
    }

    /// <summary>"point five", "and a half".</summary>
    private static void ReadFraction(ref Words words, ref decimal number, ref int end)
    {
        Words ahead = words;
        if (!ahead.TryNext(out ReadOnlySpan<char> word))
        {
            return;
        }

        if (Is(word, "and"))
        {
            if (ahead.Advance() && ahead.TryNext(out word) && Is(word, "a") && ahead.Advance() && ahead.TryNext(out word) && Is(word, "half"))
            {
                number += 0.5m;
                end = ahead.Position + word.Length;
            }
        }
        else if (Is(word, "point"))
        {
            decimal place = 0.1m;
            while (ahead.Advance() && ahead.TryNext(out word) && Units.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int digit)
                && digit < 10 && place > 0.0000000001m)
            {
                number += digit * place;
                place /= 10;
                end = ahead.Position + word.Length;
            }
        }
    }

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenDictionary<string, int> Number(string words, int step) => words.Split(' ')
        .Select((word, index) => KeyValuePair.Create(word, index * step))
        .Where(static pair => pair.Key != "-")
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a text from a position on, separated by blanks or hyphens.</summary>
    private ref struct Words(ReadOnlySpan<char> text, int position)
    {
        private readonly ReadOnlySpan<char> _text = text;

        public int Position { get; private set; } = position;

        public readonly bool TryNext(out ReadOnlySpan<char> word)
        {
            int end = Position;
            while (end < _text.Length && char.IsAsciiLetterOrDigit(_text[end]))
            {
                end++;
            }

            word = _text[Position..end];
            return !word.IsEmpty;
        }

        /// <summary>Where the word at the position ends.</summary>
        public readonly int WordEnd => TryNext(out ReadOnlySpan<char> word) ? Position + word.Length : Position;

        /// <summary>Goes to the next word; false when none follows directly.</summary>
        public bool Advance()
        {
            TryNext(out ReadOnlySpan<char> word);
            int next = Position + word.Length;
            int start = next;
            while (next < _text.Length && _text[next] is ' ' or '-')
            {
                next++;
            }

            if (next == start || next >= _text.Length)
            {
                return false;
            }

            Position = next;
            return true;
        }
    }
}
