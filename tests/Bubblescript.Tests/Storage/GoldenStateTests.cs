using System.Text;
using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Testing.Stores;
using Bubblescript.Tests.Coordination;

namespace Bubblescript.Tests.Storage;

/// <summary>
/// Saved states of the format as it was released, which must be loadable for ever. With the variable <c>BUBBLESCRIPT_UPDATE_GOLDEN=1</c> files that are
/// missing are made; one that exists never changes.
/// </summary>
public sealed class GoldenStateTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "Bubblescript.Tests", "Storage", "Golden", "format1");

    public static TheoryData<string> Names => [.. GoldenScenario.All.Select(static scenario => scenario.Name)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_state_is_written_as_it_always_was(string name)
    {
        GoldenScenario scenario = Find(name);
        InMemoryStore memory = new();
        string state;
        await using (TestHost host = await TestHost.StartAsync(scenario.Bots, FaultyStore.Durable(memory), new VirtualTimeProvider()))
        {
            await scenario.PrepareAsync(host);
            state = Encoding.UTF8.GetString((await memory.LoadAsync(scenario.Address, Cancellation))!.State.Utf8Json.Span);
        }

        if (Environment.GetEnvironmentVariable("BUBBLESCRIPT_UPDATE_GOLDEN") is "1" && !File.Exists(FileOf(name)))
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(FileOf(name), state + "\n", Cancellation);
        }

        state.Should().Be((await File.ReadAllTextAsync(FileOf(name), Cancellation)).TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_state_that_was_saved_goes_on(string name)
    {
        GoldenScenario scenario = Find(name);
        byte[] state = Encoding.UTF8.GetBytes((await File.ReadAllTextAsync(FileOf(name), Cancellation)).TrimEnd());
        InMemoryStore memory = new();
        VirtualTimeProvider clock = new();
        await memory.CommitAsync(MakeCommit(scenario, state, clock.GetUtcNow()), Cancellation);
        await using TestHost host = await TestHost.StartAsync(scenario.Bots, FaultyStore.Durable(memory), clock);
        (await scenario.ContinueAsync(host)).Should().Be(scenario.Expected);
        host.Events.OfType<HostFault>().Should().BeEmpty();
        host.Events.OfType<ScriptLog>().Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_state_of_a_newer_format_is_refused_and_left_as_it_is(string name)
    {
        GoldenScenario scenario = Find(name);
        string text = (await File.ReadAllTextAsync(FileOf(name), Cancellation)).TrimEnd();
        byte[] state = Encoding.UTF8.GetBytes(text.Replace("{\"format\":1,", "{\"format\":2,\"new\":true,", StringComparison.Ordinal));
        InMemoryStore memory = new();
        VirtualTimeProvider clock = new();
        await memory.CommitAsync(MakeCommit(scenario, state, clock.GetUtcNow()), Cancellation);
        await using TestHost host = await TestHost.StartAsync(scenario.Bots, FaultyStore.Durable(memory), clock);
        if (scenario.Address.StartsWith("main:ann", StringComparison.Ordinal))
        {
            await FluentActions.Awaiting(() => host.OpenAsync("ann")).Should().ThrowAsync<StateFormatException>()
                .WithMessage("*has the format 2, and this version reads formats up to 1. Use the version that saved it, or a later one.");
        }
        else
        {
            await FluentActions.Awaiting(() => host.Host.SendEventAsync(scenario.Address, "tell")).Should().ThrowAsync<StateFormatException>();
        }

        await host.AdvanceAsync(TimeSpan.FromHours(5));
        StoredProcess stored = (await memory.LoadAsync(scenario.Address, Cancellation))!;
        stored.Version.Should().Be(1);
        stored.State.Utf8Json.ToArray().Should().Equal(state);
        host.Events.OfType<HostFault>().Should().NotBeEmpty().And.AllSatisfy(static fault => fault.Message.Should().Contain("has the format 2"));
    }

    [Fact]
    public void Every_file_has_its_test() =>
        Directory.EnumerateFiles(Folder).Select(static path => Path.GetFileNameWithoutExtension(path)!).Should()
            .BeEquivalentTo(GoldenScenario.All.Select(static scenario => scenario.Name));

    private static string FileOf(string name) => Path.Combine(Folder, name + ".json");

    private static GoldenScenario Find(string name) => GoldenScenario.All.Single(scenario => scenario.Name == name);

    private static ProcessCommit MakeCommit(GoldenScenario scenario, byte[] state, DateTimeOffset now) => new()
    {
        Address = scenario.Address,
        BotId = "main",
        UserId = "ann",
        Version = 1,
        Writer = "former host",
        State = new StateDocument(state),
        Due = now,
        Time = now,
    };
}
