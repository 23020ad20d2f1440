using System.Buffers;
using System.Text;

namespace Bubblescript.Matching.Patterns;

/// <summary>Turns expressions of the Perl family into those of .NET, which spells some constructs otherwise and takes a surrogate pair for two characters.</summary>
internal static class RegexDialect
{
    private static readonly SearchValues<string> OtherSpellings = SearchValues.Create(
        ["(?P", "[:", @"\Q", @"\h", @"\R", @"\x{", @"\_", "++", "*+", "?+", "}+"], StringComparison.Ordinal);

    /// <summary>The expression for texts of the basic plane.</summary>
    public static string Translate(string source) =>
        source.AsSpan().ContainsAny(OtherSpellings) || !Ascii.IsValid(source) ? new RegexTranslator(source, allowsPairs: false).Translate() : source;

    /// <summary>The expression for texts with surrogate pairs, of which each counts as one character.</summary>
    public static string TranslateForPairs(string source) => new RegexTranslator(source, allowsPairs: true).Translate();

    public static bool HasSurrogates(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\uD800', '\uDFFF');
}
