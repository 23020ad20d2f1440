using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

/// <summary>A host under virtual time whose events a test can look at.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly ConcurrentQueue<HostEvent> _events = new();

    private TestHost(BotHost host, VirtualTimeProvider clock)
    {
        Host = host;
        Clock = clock;
    }

    public BotHost Host { get; }

    public VirtualTimeProvider Clock { get; }

    public IEnumerable<HostEvent> Events => _events;

    public static Bot MakeBot(string main, string? master = null, string? group = null, string id = "main")
    {
        ImmutableArray<BotFile> files = [new BotFile("main.bubble", main)];
        files = master is null ? files : files.Add(new BotFile("master.bubble", master));
        files = group is null ? files : files.Add(new BotFile("group.bubble", group));
        return Bot.Build(new BotSources(id, files));
    }

    public static Task<TestHost> StartAsync(string main, string? master = null, string? group = null, Action<BotHostBuilder>? configure = null) =>
        StartAsync([MakeBot(main, master, group)], new InMemoryStore(), new VirtualTimeProvider(), configure);

    public static async Task<TestHost> StartAsync(
        ImmutableArray<Bot> bots, IConversationStore store, VirtualTimeProvider clock, Action<BotHostBuilder>? configure = null)
    {
        BotHostBuilder builder = new BotHostBuilder().UseTimeProvider(clock).UseStore(store).UseRandomSeed(1);
        foreach (Bot bot in bots)
        {
            builder.AddBot(bot);
        }

        configure?.Invoke(builder);
        TestHost host = new(builder.Build(), clock);
        host.Host.Observe(host._events.Enqueue);
        await host.Host.StartAsync();
        await host.Host.WhenIdleAsync();
        return host;
    }

    public async Task<Conversation> OpenAsync(string user, OpenOptions? options = null)
    {
        Conversation conversation = await Host.OpenAsync(user, options);
        await Host.WhenIdleAsync();
        return conversation;
    }

    public async Task SayAsync(Conversation conversation, string text)
    {
        await conversation.SendAsync(text);
        await Host.WhenIdleAsync();
    }

    public async Task EmitAsync(Conversation conversation, string name, Value payload = default)
    {
        await conversation.SendAsync(new UserEventAction(name, payload));
        await Host.WhenIdleAsync();
    }

    public Task AdvanceAsync(TimeSpan duration) => Clock.AdvanceAsync(duration, () => Host.WhenIdleAsync());

    /// <summary>The texts that a process has sent.</summary>
    public IReadOnlyList<string> TextsOf(Conversation conversation) => TextsOf(conversation.Address);

    public IReadOnlyList<string> TextsOf(string address) =>
    [
        .. Events.OfType<OutgoingMessage>()
            .Where(sent => sent.Address == address)
            .Select(static sent => sent.Message.Payload)
            .OfType<TextPayload>()
            .Select(static payload => payload.Message),
    ];

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
