using System.Globalization;
using Bubblescript.Benchmarks.Measurements;
using Bubblescript.Matching;

namespace Bubblescript.Benchmarks.Matching;

/// <summary>
/// Patterns of at most 200 characters that invite a search without end, against sentences of 10,000 tokens. These begin with the word that most patterns end
/// with, so that nothing can be told from the words alone.
/// </summary>
internal static class HostileMeasurements
{
    private const int Tokens = 10_000;

    private static readonly string[] Patterns =
    [
        "((a?)[1+])[1+] b", "(a|a a|a a a)[1+] z", "((a b?)[3+])[3+] z", "(((a? b?)[9+])[9+])[9+] z", "(a? a? a? a? a?)[2-9] z",
        "_ _ _ _ _ _ _ _ _ _ z", "a _ a _ a _ a _ a _ a _ a _ a _ a _ z", Repeat("[0+=x]", 28) + " z", Repeat("a?", 60) + " z", Repeat("a[0-9]", 28) + " z",
        "< a b c d e f g h i j > z", "< a? b? c? d? e? f? g? h? i? j? > z", "< [1+] [1+] [1+] [1+] > z", "< a[1+] a[1+] a[1+] a[1+] a[1+] a[1+] a[1+] a[1+] > z",
        "< <a b> <c d> <e f> <g h> > z", "(< a b c >)[1+] z", "('a' | 'a a' | 'aa a')[1+] z", "/(a+)+z/", "/(.+)\\1z/", "/(a*)*z/T", "/x*/ /x*/ /x*/ /x*/ z",
        "[number] [time] [duration] [email] [url] [phone_number] [ordinal] [distance] [volume] [quantity] [temperature] [amount_of_money] z", "([number] | [time])[1+] z",
    ];

    private static readonly (string Name, string Text)[] Sentences =
    [
        ("one word", "z b " + Repeat("a", Tokens)),
        ("two words", "z " + Repeat("a b", Tokens / 2)),
        ("ten words", "z " + Repeat("a b c d e f g h i j", Tokens / 10)),
        ("punctuation", "z " + Repeat("a , b .", Tokens / 4)),
        ("numbers", "z b " + string.Join(' ', Enumerable.Range(0, Tokens).Select(static number => number.ToString(CultureInfo.InvariantCulture)))),
        ("times", "z b " + Repeat("from monday at 10 until tomorrow at 5 pm", Tokens / 9)),
    ];

    public static Task RunAsync()
    {
        Correctness.Require(BmlPattern.Parse("a[1+=x] b").Match("a a b") is not null, "patterns match");
        foreach ((string name, string text) in Sentences)
        {
            (string worst, TimeSpan longest) = ("none", TimeSpan.Zero);
            foreach (string pattern in Patterns)
            {
                Correctness.Require(pattern.Length <= 200, "the pattern has at most 200 characters");
                TimeSpan best = MeasureBest(BmlPattern.Parse(pattern), text);
                (worst, longest) = best > longest ? (pattern, best) : (worst, longest);
            }

            Measurement.Print(name, Measurement.Text($"{longest.TotalMilliseconds:0} ms of processor"), worst);
        }

        return Task.CompletedTask;
    }

    private static TimeSpan MeasureBest(BmlPattern pattern, string text)
    {
        const int Rounds = 10;
        AnalysisContext context = new() { Now = DateTimeOffset.UnixEpoch };
        TimeSpan best = TimeSpan.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            pattern.Match(EnglishAnalyzer.Instance.Analyze(text, context));
            TimeSpan taken = Environment.CpuUsage.TotalTime - before;
            best = taken < best ? taken : best;
        }

        return best;
    }

    private static string Repeat(string text, int count) => string.Join(' ', Enumerable.Repeat(text, count));
}
