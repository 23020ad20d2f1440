using System.Globalization;

namespace Bubblescript.Values;

/// <summary>Durations (language reference, section 3.1): numbers are seconds, texts are numbers with units, <c>:infinity</c> is never.</summary>
internal static class Duration
{
    /// <summary><c>:infinity</c>.</summary>
    public static readonly TimeSpan Infinite = Timeout.InfiniteTimeSpan;

    private const double LongestSeconds = 100d * 366 * 24 * 3600;

    /// <summary>Reads a duration of at least zero and at most 100 years, or <see cref="Infinite"/>.</summary>
    public static bool TryParse(Value value, out TimeSpan duration)
    {
        value = Operand.Of(value);
        duration = default;
        if (value.AsDouble() is { } seconds)
        {
            return TryMake(seconds, out duration);
        }

        string? text = value.AsText();
        if (string.Equals(text, Atom.Infinity.Name, StringComparison.Ordinal))
        {
            duration = Infinite;
            return true;
        }

        return value.IsString && TryParse(text, out duration);
    }

    private static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = default;
        double total = 0;
        text = text.Trim();
        if (text.IsEmpty)
        {
            return false;
        }

        while (!text.IsEmpty)
        {
            int digits = text.IndexOfAnyExcept("0123456789.");
            if (digits <= 0 || !double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                return false;
            }

            text = text[digits..].TrimStart();
            int letters = text.IndexOfAnyExceptInRange('a', 'z');
            ReadOnlySpan<char> unit = letters < 0 ? text : text[..letters];
            double factor = SecondsOf(unit);
            if (factor == 0)
            {
                return false;
            }

            total += number * factor;
            text = text[unit.Length..].TrimStart();
        }

        return TryMake(total, out duration);
    }

    private static double SecondsOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        "d" => 86_400,
        "w" => 604_800,
        _ => 0,
    };

    private static bool TryMake(double seconds, out TimeSpan duration)
    {
        bool isValid = seconds >= 0 && seconds <= LongestSeconds;
        duration = isValid ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) : default;
        return isValid;
    }
}
