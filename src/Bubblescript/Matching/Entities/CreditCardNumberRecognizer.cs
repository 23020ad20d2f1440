using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>Credit card numbers of 13 to 19 digits whose check digit is right (Luhn). The value is the digits, <c>issuer</c> the brand.</summary>
internal sealed class CreditCardNumberRecognizer() : RegexRecognizer("credit_card_number", @"(?<![\p{L}\p{N}_.,/-])\d([ -]?\d){12,18}(?![\p{L}\p{N}_/-])")
{
    protected override EntityMention? Read(string text, Match match, AnalysisContext context)
    {
        string digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
        return HasRightCheckDigit(digits)
            ? new EntityMention(match.Index, match.Index + match.Length, digits, MapValue.From(("issuer", IssuerOf(digits))))
            : null;
    }

    private static bool HasRightCheckDigit(string digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            digit *= i % 2 == 1 ? 2 : 1;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum > 0 && sum % 10 == 0;
    }

    private static string IssuerOf(string digits)
    {
        int two = int.Parse(digits.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture);
        int four = int.Parse(digits.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        return digits.Length switch
        {
            13 or 16 or 19 when digits[0] == '4' => "visa",
            15 when two is 34 or 37 => "amex",
            16 when two is >= 51 and <= 55 || four is >= 2221 and <= 2720 => "mastercard",
            16 or 19 when four == 6011 || two == 65 || (four is >= 6440 and <= 6499) => "discover",
            14 or 16 when two is 36 or 38 or 39 || four is >= 3000 and <= 3059 => "diners club",
            16 or 17 or 18 or 19 when four is >= 3528 and <= 3589 => "jcb",
            _ => "other",
        };
    }
}
