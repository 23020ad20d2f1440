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

        string value = country.Success ? $"(+{country.Value}) {number}" : number;
        value = match.Groups["extension"].Success ? $"{value} ext {match.Groups["extension"].Value}" : value;
        return new EntityMention(match.Index, match.Index + match.Length, value, MapValue.Empty);
    }

    private static bool IsDate(string number) => number.Length == 10 && number[4] == '-' && number[7] == '-';

    /// <summary>Single digits in a row, or numbers of one digit between blanks, are a count and no telephone number.</summary>
    private static bool AreLooseNumbers(string number) => number.Split(' ').Count(static part => part.Length == 1) > 1;
}
