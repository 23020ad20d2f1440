using System.Globalization;
using System.Text;
using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Testing.Stores;
using Bubblescript.Tests.Coordination;

namespace Bubblescript.Tests.Storage;

/// <summary>
/// Saved states of every format there has been, which must be loadable for ever. With the variable <c>BUBBLESCRIPT_UPDATE_GOLDEN=1</c> files that are
/// missing are made; one that exists never changes.
/// </summary>
public sealed class GoldenStateTests
{
    private const int WrittenFormat = 2;

    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "Bubblescript.Tests", "Storage", "Golden");

    public static TheoryData<string> Names => [.. GoldenScenario.All.Select(static scenario => scenario.Name)];

    public static TheoryData<int, string> AllFormats =>
        new(Enumerable.Range(1, WrittenFormat).SelectMany(static format => GoldenScenario.All.Select(scenario => (format, scenario.Name))));

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

        string file = FileOf(WrittenFormat, name);
        if (Environment.GetEnvironmentVariable("BUBBLESCRIPT_UPDATE_GOLDEN") is "1" && !File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, state + "\n", Cancellation);
        }

        state.Should().Be((await File.ReadAllTextAsync(file, Cancellation)).TrimEnd());
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public async Task A_state_that_was_saved_goes_on(int format, string name)
    {
        GoldenScenario scenario = Find(name);
        byte[] state = Encoding.UTF8.GetBytes((await File.ReadAllTextAsync(FileOf(format, name), Cancellation)).TrimEnd());
        InMemoryStore memory = new();
        VirtualTimeProvider clock = new();
        await memory.CommitAsync(MakeCommit(scenario, state, clock.GetUtcNow()), Cancellation);
        await using TestHost host = await TestHost.StartAsync(scenario.Bots, FaultyStore.Durable(memory), clock);
        (await scenario.ContinueAsync(host)).Should().Be(scenario.Expected);
        host.Events.OfType<HostFault>().Should().BeEmpty();
        host.Events.OfType<ScriptLog>().Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_variable_conversation_is_the_same_from_every_format(int format)
    {
        GoldenScenario scenario = Find("interrupted");
        byte[] state = Encoding.UTF8.GetBytes((await File.ReadAllTextAsync(FileOf(format, scenario.Name), Cancellation)).TrimEnd());
        InMemoryStore memory = new();
        VirtualTimeProvider clock = new();
        await memory.CommitAsync(MakeCommit(scenario, state, clock.GetUtcNow()), Cancellation);
        await using TestHost host = await TestHost.StartAsync(scenario.Bots, FaultyStore.Durable(memory), clock);
        Conversation chat = await host.OpenAsync("ann", new OpenOptions { Connect = false });
        (await chat.EvaluateAsync("\"#{conversation}\"")).ToString().Should().Be(
            """{"id":"main:ann~main","g":"main","addr":"main:ann~main","frontend":"web","locale":"en","inserted_at":"2024-05-01T12:00:00Z","tags":[]}""");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_state_of_a_newer_format_is_refused_and_left_as_it_is(string name)
    {
        GoldenScenario scenario = Find(name);
        string text = (await File.ReadAllTextAsync(FileOf(WrittenFormat, name), Cancellation)).TrimEnd();
        byte[] state = Encoding.UTF8.GetBytes(text.Replace("{\"format\":2,", "{\"format\":3,\"new\":true,", StringComparison.Ordinal));
        InMemoryStore memory = new();
        VirtualTimeProvider clock = new();
        await memory.CommitAsync(MakeCommit(scenario, state, clock.GetUtcNow()), Cancellation);
        await using TestHost host = await TestHost.StartAsync(scenario.Bots, FaultyStore.Durable(memory), clock);
        if (scenario.Address.StartsWith("main:ann", StringComparison.Ordinal))
        {
            await FluentActions.Awaiting(() => host.OpenAsync("ann")).Should().ThrowAsync<StateFormatException>()
                .WithMessage("*has the format 3, and this version reads formats up to 2. Use the version that saved it, or a later one.");
        }
        else
        {
            await FluentActions.Awaiting(() => host.Host.SendEventAsync(scenario.Address, "tell")).Should().ThrowAsync<StateFormatException>();
        }

        await host.AdvanceAsync(TimeSpan.FromHours(5));
        StoredProcess stored = (await memory.LoadAsync(scenario.Address, Cancellation))!;
        stored.Version.Should().Be(1);
        stored.State.Utf8Json.ToArray().Should().Equal(state);
        host.Events.OfType<HostFault>().Should().NotBeEmpty().And.AllSatisfy(static fault => fault.Message.Should().Contain("has the format 3"));
    }

    [Fact]
    public void Every_file_has_its_test() =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Should()
            .BeEquivalentTo(AllFormats.Select(static row => FileOf(row.Data.Item1, row.Data.Item2)));

    private static string FileOf(int format, string name) =>
        Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"format{format}"), name + ".json");

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
