using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>Telephone numbers of 7 to 15 digits. The value is the digits, with the country code in front as in <c>(+31) 201234567</c>.</summary>
internal sealed class PhoneNumberRecognizer() : RegexRecognizer(
    "phone_number",
    @"(?<![\p{L}\p{N}_.,/@#$€£-])((\(?\+(?<country>\d{1,3})\)?[ .-]?)?(?<number>\(?\d{1,5}\)?([ .-]?\d{1,5}){1,6}))( ?(ext|x|extension)\.? ?(?<extension>\d{1,6}))?(?![\p{L}\p{N}@%€£$]|[.,:/-]\d)")
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    protected override EntityMention? Read(string text, Match match, AnalysisContext context)
    {
        string number = string.Concat(match.Groups["number"].Value.Where(char.IsAsciiDigit));
        Group country = match.Groups["country"];
        int digits = number.Length + country.Length;
        if (digits is < FewestDigits or > MostDigits || IsDate(match.Groups["number"].Value) || AreLooseNumbers(match.Groups["number"].Value))
        {
            return null;
        }

        string value = country.Success ? FormatInternational(country.Value + number, CountryLength(text, country)) : number;
        value = match.Groups["extension"].Success ? $"{value} ext {match.Groups["extension"].Value}" : value;
        return new EntityMention(match.Index, match.Index + match.Length, value, MapValue.Empty);
    }

    private static string FormatInternational(string digits, int countryLength) => $"(+{digits[..countryLength]}) {digits[countryLength..]}";

    /// <summary>The length of the country code: as it was set off, else as the codes are given out.</summary>
    private static int CountryLength(string text, Group country)
    {
        const string CodesOfTwo = " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
        int end = country.Index + country.Length;
        return end < text.Length && !char.IsAsciiDigit(text[end]) ? country.Length
            : country.Value[0] is '1' or '7' ? 1
            : CodesOfTwo.Contains($" {country.Value.AsSpan(0, Math.Min(2, country.Length))} ", StringComparison.Ordinal) ? 2
            : country.Length;
    }

    private static bool IsDate(string number) => number.Length == 10 && number[4] == '-' && number[7] == '-';

    /// <summary>Single digits in a row, or numbers of one digit between blanks, are a count and no telephone number.</summary>
    private static bool AreLooseNumbers(string number) => number.Split(' ').Count(static part => part.Length == 1) > 1;
}
