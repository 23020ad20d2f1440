using System.Buffers;
using System.Globalization;

namespace Bubblescript.Values;

/// <summary>Numbers as text and back (language reference, sections 1 and 3.2).</summary>
internal static class NumberText
{
    private const double FirstExponential = 9007199254740992;
    private const double LastExponential = 1.0e-4;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789_+-.eE");

    public static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest digits that read back equal, with at least one decimal; exponent form for very small and very large numbers.</summary>
    public static string Format(double number)
    {
        double size = Math.Abs(number);
        if (size >= FirstExponential || (size < LastExponential && size > 0))
        {
            return FormatExponential(number);
        }

        string text = number.ToString("R", CultureInfo.InvariantCulture);
        if (text.Contains('E', StringComparison.Ordinal))
        {
            text = number.ToString("0.0##################", CultureInfo.InvariantCulture);
        }

        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    /// <summary>Reads an integer or float literal with an optional sign; white space around it is ignored.</summary>
    public static bool TryParse(string text, out Value number)
    {
        number = default;
        ReadOnlySpan<char> literal = text.AsSpan().Trim();
        if (literal.IsEmpty || literal.Length > 400 || literal.ContainsAnyExcept(NumberCharacters))
        {
            return false;
        }

        ReadOnlySpan<char> digits = literal[0] is '+' or '-' ? literal[1..] : literal;
        int whole = CountDigits(digits, allowSeparators: true);
        if (whole == 0)
        {
            return false;
        }

        string plain = literal.Contains('_') ? literal.ToString().Replace("_", string.Empty, StringComparison.Ordinal) : literal.ToString();
        if (whole == digits.Length)
        {
            bool fits = long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer);
            number = integer;
            return fits;
        }

        if (!IsFraction(digits[whole..])
            || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed)
            || !double.IsFinite(parsed))
        {
            return false;
        }

        number = parsed;
        return true;
    }

    /// <summary>The number that a value is or reads as: numbers, entities with number values, texts.</summary>
    public static bool TryRead(Value value, out Value number)
    {
        number = Operand.Of(value);
        if (number.IsNumber)
        {
            return true;
        }

        return number.AsString() is { } text && TryParse(text, out number);
    }

    /// <summary>The exponent form of the shortest digits; large numbers may come as an integer, small ones never without exponent.</summary>
    private static string FormatExponential(double number)
    {
        string text = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        int position = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = position < 0 ? text.Length - 1 : int.Parse(text.AsSpan(position + 1), CultureInfo.InvariantCulture);
        string digits = (position < 0 ? text : text[..position]).Replace(".", string.Empty, StringComparison.Ordinal).TrimEnd('0').PadRight(2, '0');
        string sign = number < 0 ? "-" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{digits.AsSpan(1)}e{exponent}");
    }

    private static bool IsFraction(ReadOnlySpan<char> text)
    {
        if (text[0] != '.')
        {
            return false;
        }

        int decimals = CountDigits(text[1..], allowSeparators: false);
        ReadOnlySpan<char> rest = text[(1 + decimals)..];
        if (decimals == 0 || rest.IsEmpty)
        {
            return decimals > 0;
        }

        if (rest[0] is not ('e' or 'E'))
        {
            return false;
        }

        rest = rest.Length > 1 && rest[1] is '+' or '-' ? rest[2..] : rest[1..];
        return !rest.IsEmpty && CountDigits(rest, allowSeparators: false) == rest.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text, bool allowSeparators)
    {
        int count = 0;
        while (count < text.Length
            && (char.IsAsciiDigit(text[count])
                || (allowSeparators && text[count] == '_' && count > 0 && count + 1 < text.Length
                    && char.IsAsciiDigit(text[count - 1]) && char.IsAsciiDigit(text[count + 1]))))
        {
            count++;
        }

        return count;
    }
}
