using Bubblescript.Testing;

namespace Bubblescript.Tests.Storage;

/// <summary>All transcripts of the repository, for the properties of storage that none of them may break.</summary>
internal static class AllTranscripts
{
    private static readonly string[] Folders = [Path.Combine("tests", "Conformance"), Path.Combine("tests", "Rules"), "samples"];

    /// <summary>Their paths, relative to the repository.</summary>
    public static TheoryData<string> Paths =>
    [
        .. Folders.SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, folder), "*.md", SearchOption.AllDirectories))
            .Where(static path => Transcript.Load(path).Cases.Length > 0)
            .Select(static path => Path.GetRelativePath(RepositoryFolder.Path, path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The one case that counts the starts of its host, which more of them must change (execution model, section 6.4).</summary>
    private static bool CountsStarts(string path, TranscriptCase transcriptCase) =>
        path == Path.Combine("tests", "Rules", "master.md") && transcriptCase.Name == "__init__ before main, main only once";

    /// <summary>Runs all cases of a file, which must pass.</summary>
    public static async Task RunAsync(string path, TranscriptOptions options)
    {
        List<string> failures = [];
        foreach (TranscriptCase transcriptCase in Transcript.Load(Path.Combine(RepositoryFolder.Path, path)).Cases)
        {
            if (options.RestartsBeforeEveryStep && CountsStarts(path, transcriptCase))
            {
                continue;
            }

            TranscriptResult result = await TranscriptRunner.RunAsync(transcriptCase, options, TestContext.Current.CancellationToken);
            if (!result.Passed)
            {
                failures.Add(result.Report);
            }
        }

        failures.Should().BeEmpty();
    }
}
