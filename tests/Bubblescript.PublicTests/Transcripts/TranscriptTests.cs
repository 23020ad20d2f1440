using Bubblescript.Testing;

namespace Bubblescript.PublicTests.Transcripts;

/// <summary>Every case of the conformance suite, the rules of the language reference, the sample bots and the documentation is a test of its own.</summary>
public sealed class TranscriptTests
{
    private static readonly Dictionary<string, Transcript> Transcripts = LoadAll();

    public static TheoryData<string, string> ConformanceCases => CasesBelow("tests/Conformance");

    public static TheoryData<string, string> RuleCases => CasesBelow("tests/Rules");

    public static TheoryData<string, string> SampleCases => CasesBelow("samples/bots");

    public static TheoryData<string, string> DocumentedCases => CasesBelow("README.md", "docs/");

    [Theory]
    [MemberData(nameof(DocumentedCases))]
    public Task Documentation(string file, string name) => RunAsync(file, name);

    [Theory]
    [MemberData(nameof(ConformanceCases))]
    public Task Conformance(string file, string name) => RunAsync(file, name);

    [Theory]
    [MemberData(nameof(RuleCases))]
    public Task Rules(string file, string name) => RunAsync(file, name);

    [Theory]
    [MemberData(nameof(SampleCases))]
    public Task Samples(string file, string name) => RunAsync(file, name);

    private static async Task RunAsync(string file, string name)
    {
        TranscriptCase transcriptCase = Transcripts[file].Cases.Single(item => string.Equals(NameOf(item), name, StringComparison.Ordinal));

        TranscriptResult result = await TranscriptRunner.RunAsync(transcriptCase, cancellationToken: TestContext.Current.CancellationToken);

        result.Passed.Should().BeTrue("\n{0}\n", result.Report);
    }

    private static TheoryData<string, string> CasesBelow(params string[] folders)
    {
        TheoryData<string, string> cases = [];
        foreach ((string file, Transcript transcript) in Transcripts.Where(entry => folders.Any(folder => entry.Key.StartsWith(folder, StringComparison.Ordinal))))
        {
            foreach (TranscriptCase transcriptCase in transcript.Cases)
            {
                cases.Add(file, NameOf(transcriptCase));
            }
        }

        return cases;
    }

    private static string NameOf(TranscriptCase transcriptCase) => $"{transcriptCase.Name} (line {transcriptCase.Line})";

    private static Dictionary<string, Transcript> LoadAll()
    {
        Dictionary<string, Transcript> transcripts = new(StringComparer.Ordinal) { ["README.md"] = Transcript.Load(Path.Combine(RepositoryFolder.Path, "README.md")) };
        foreach (string folder in (string[])["tests/Conformance", "tests/Rules", "samples/bots", "docs/guide", "docs/reference", "docs/decisions"])
        {
            foreach (string path in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, folder), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string file = Path.GetRelativePath(RepositoryFolder.Path, path).Replace('\\', '/');
                transcripts.Add(file, Transcript.Load(path));
            }
        }

        return transcripts;
    }
}
