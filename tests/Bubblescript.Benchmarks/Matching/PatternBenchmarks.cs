using System.Globalization;
using BenchmarkDotNet.Attributes;
using Bubblescript.Matching;

namespace Bubblescript.Benchmarks.Matching;

/// <summary>Compiling patterns, analysing a sentence, and a thousand patterns against one sentence.</summary>
public class PatternBenchmarks
{
    private const string Text = "Well, could you tell me when the next train to Utrecht leaves?";
    private const int Count = 1000;

    private static readonly string[] Words = "order pay cancel book return change find open close send buy rent call meet visit check"
        .Split(' ');

    private readonly AnalysisContext _context = new() { Now = DateTimeOffset.UnixEpoch };
    private readonly string[] _sources = [.. Enumerable.Range(0, Count).Select(Source)];
    private BmlPattern[] _patterns = [];
    private PatternIndex<int> _index = null!;
    private Utterance _known = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        _patterns = [.. _sources.Select(static source => BmlPattern.Parse(source))];
        _index = PatternIndex<int>.Create(_patterns.Select(static (pattern, number) => PatternIndexEntry<int>.ForPatterns(number, pattern)));
        _known = Analyze();
        Correctness.Require(!MatchAll(_known), "no pattern matches the sentence");
        Correctness.Require(Array.TrueForAll(_patterns, static pattern => pattern.Match(Matching(pattern)) is not null), "every pattern matches its own sentence");
        Correctness.Require(_known.Sentences[0].Tokenizations[^1].Count == 14, "the sentence has fourteen tokens");
    }

    [Benchmark(Description = "compile a pattern")]
    public object Compile() => BmlPattern.Parse(_sources[_next++ % Count]);

    [Benchmark(Description = "tokenise a sentence")]
    public object Tokenize() => Analyze().Sentences[0].Tokenizations;

    [Benchmark(Description = "1,000 patterns against a new sentence, none matches")]
    public bool MatchThousand() => MatchAll(Analyze());

    [Benchmark(Description = "the same through an index")]
    public int MatchThousandByIndex()
    {
        List<int> candidates = [];
        _index.FindCandidates(Analyze(), candidates);
        return candidates.Count;
    }

    private static string Source(int number)
    {
        string verb = Words[number % Words.Length];
        string item = "item" + number.ToString(CultureInfo.InvariantCulture);
        return (number % 5) switch
        {
            0 => $"{verb} {item}",
            1 => $"(please | kindly) {verb} _ {item}",
            2 => $"i want to {verb} [1-3=what] {item}",
            3 => $"[Start] {verb} {item} please? [End]",
            _ => $"< {verb} {item} >",
        };
    }

    private static Utterance Matching(BmlPattern pattern) => Utterance.FromText(
        pattern.Source.Replace("[1-3=what]", "it", StringComparison.Ordinal).Replace("(please | kindly)", "please", StringComparison.Ordinal)
            .Replace("[Start] ", string.Empty, StringComparison.Ordinal).Replace("please? [End]", string.Empty, StringComparison.Ordinal)
            .Replace("< ", string.Empty, StringComparison.Ordinal).Replace(" >", string.Empty, StringComparison.Ordinal).Replace("_ ", string.Empty, StringComparison.Ordinal));

    private Utterance Analyze() => EnglishAnalyzer.Instance.Analyze(Text, _context);

    private bool MatchAll(Utterance utterance)
    {
        foreach (BmlPattern pattern in _patterns)
        {
            if (pattern.Match(utterance) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
