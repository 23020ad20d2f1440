using Bubblescript.Coordination;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Sqlite;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Testing.Stores;

namespace Bubblescript.Tests.Storage;

/// <summary>Saving and loading changes no conversation: every transcript passes again under other conditions of storage.</summary>
public sealed class ResumePropertyTests
{
    public static TheoryData<string> Paths => AllTranscripts.Paths;

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Restarts_at_every_wait_change_nothing(string path) =>
        AllTranscripts.RunAsync(path, new TranscriptOptions { RestartsBeforeEveryStep = true });

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Commits_of_every_turn_change_nothing(string path) =>
        AllTranscripts.RunAsync(path, new TranscriptOptions { CreateStore = static () => FaultyStore.Durable(new InMemoryStore()) });

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Restarts_on_a_durable_store_change_nothing(string path) => AllTranscripts.RunAsync(path, new TranscriptOptions
    {
        CreateStore = static () => FaultyStore.Durable(new InMemoryStore()),
        RestartsBeforeEveryStep = true,
    });

    [Theory]
    [MemberData(nameof(Paths))]
    public Task States_that_are_saved_and_loaded_between_all_turns_change_nothing(string path) => AllTranscripts.RunAsync(path, new TranscriptOptions
    {
        Configure = static builder => builder.UseTurnRunner(RunOnLoadedState),
    });

    [Theory]
    [MemberData(nameof(Paths))]
    public Task A_store_that_fails_now_and_then_changes_nothing(string path) => AllTranscripts.RunAsync(path, new TranscriptOptions
    {
        CreateStore = static () => new FaultyStore(new InMemoryStore(), FaultyStore.RandomFaults(seed: 7, part: 0.3)),
    });

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Restarts_on_a_store_that_fails_now_and_then_change_nothing(string path) => AllTranscripts.RunAsync(path, new TranscriptOptions
    {
        CreateStore = static () => new FaultyStore(new InMemoryStore(), FaultyStore.RandomFaults(seed: 11, part: 0.2)),
        RestartsBeforeEveryStep = true,
    });

    [Theory]
    [InlineData("tests/Conformance/persistence-restart.md")]
    [InlineData("tests/Conformance/session-timeout-and-resume.md")]
    [InlineData("tests/Rules/persistence-restart.md")]
    [InlineData("tests/Rules/scheduling.md")]
    [InlineData("tests/Rules/interplay.md")]
    public async Task Restarts_on_a_sqlite_file_change_nothing(string path)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bubblescript-");
        List<SqliteStore> stores = [];
        try
        {
            await AllTranscripts.RunAsync(path, new TranscriptOptions { CreateStore = MakeStore, RestartsBeforeEveryStep = true });
        }
        finally
        {
            foreach (SqliteStore store in stores)
            {
                await store.DisposeAsync();
            }

            folder.Delete(recursive: true);
        }

        SqliteStore MakeStore()
        {
            stores.Add(new SqliteStore(Path.Combine(folder.FullName, $"chat{stores.Count}.db"), new SqliteStoreOptions { SurvivesPowerFailure = false }));
            return stores[^1];
        }
    }

    private static TurnResult RunOnLoadedState(Workspace workspace, ProcessState state, ProcessInput input, TurnEnvironment environment)
    {
        ProcessStateSerializer serializer = new(workspace);
        ReadOnlyMemory<byte> saved = serializer.Write(new LoadedProcess(state, 1));
        LoadReport report = new();
        ProcessState loaded = serializer.Read(state.Identity.Address, saved, report).State;
        return report.Warnings.Count > 0
            ? throw new InvalidOperationException(string.Join(' ', report.Warnings))
            : Interpreter.Run(workspace, loaded, input, environment);
    }
}
