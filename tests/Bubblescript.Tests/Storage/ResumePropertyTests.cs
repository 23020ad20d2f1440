using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Testing.Stores;

namespace Bubblescript.Tests.Storage;

/// <summary>Saving and loading changes no conversation: every transcript runs again under other conditions of storage.</summary>
public sealed class ResumePropertyTests
{
    public static TheoryData<string> Topics =>
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "tests", "Conformance"), "*.md").Select(static path => Path.GetFileNameWithoutExtension(path)!).Order()];

    [Theory]
    [MemberData(nameof(Topics))]
    public Task Restarts_at_every_wait_change_nothing(string topic) =>
        RunAsync(topic, new TranscriptOptions { RestartsBeforeEveryStep = true });

    [Theory]
    [MemberData(nameof(Topics))]
    public Task Commits_of_every_turn_change_nothing(string topic) =>
        RunAsync(topic, new TranscriptOptions { CreateStore = static () => FaultyStore.Durable(new InMemoryStore()) });

    [Theory]
    [MemberData(nameof(Topics))]
    public Task Restarts_on_a_durable_store_change_nothing(string topic) => RunAsync(topic, new TranscriptOptions
    {
        CreateStore = static () => FaultyStore.Durable(new InMemoryStore()),
        RestartsBeforeEveryStep = true,
    });

    [Theory]
    [MemberData(nameof(Topics))]
    public Task A_store_that_fails_now_and_then_changes_nothing(string topic) => RunAsync(topic, new TranscriptOptions
    {
        CreateStore = static () => new FaultyStore(new InMemoryStore(), FaultyStore.RandomFaults(seed: 7, part: 0.3)),
    });

    private static async Task RunAsync(string topic, TranscriptOptions options)
    {
        Transcript transcript = Transcript.Load(Path.Combine(RepositoryFolder.Path, "tests", "Conformance", topic + ".md"));
        List<string> failures = [];
        foreach (TranscriptCase transcriptCase in transcript.Cases)
        {
            TranscriptResult plain = await TranscriptRunner.RunAsync(transcriptCase, cancellationToken: TestContext.Current.CancellationToken);
            TranscriptResult result = await TranscriptRunner.RunAsync(transcriptCase, options, TestContext.Current.CancellationToken);
            if (result.Passed != plain.Passed)
            {
                failures.Add(result.Report);
            }
        }

        failures.Should().BeEmpty();
    }
}
