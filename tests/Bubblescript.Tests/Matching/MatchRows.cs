using Bubblescript.Matching;

namespace Bubblescript.Tests.Matching;

/// <summary>Runs one row of a table: a pattern, an input and what is expected of them.</summary>
internal static class MatchRows
{
    private static readonly AnalysisContext Context = new() { Now = new DateTimeOffset(2024, 5, 15, 10, 30, 0, TimeSpan.Zero) };

    /// <summary>The result as text: <c>no</c>, <c>yes</c> or the captures as <c>a = x y; b =</c>, sorted by name, with the trimmed raw texts of their tokens.</summary>
    public static string Describe(string pattern, string input, bool isEnglish = false) => Describe(BmlPattern.Parse(pattern), input, isEnglish);

    public static string Describe(BmlPattern pattern, string input, bool isEnglish = false)
    {
        Utterance utterance = isEnglish ? EnglishAnalyzer.Instance.Analyze(input, Context) : Utterance.FromText(input);
        return Describe(pattern.Match(utterance));
    }

    public static string Describe(UtteranceMatch? match) => match is null ? "no"
        : match.Captures.IsEmpty ? "yes"
        : string.Join("; ", match.Captures
            .OrderBy(capture => capture.Name, StringComparer.Ordinal)
            .Select(capture => $"{capture.Name} = {string.Join(' ', capture.Tokens.Select(token => token.Raw.Trim()))}".TrimEnd()));
}
