using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Values;

namespace Bubblescript.Testing.Worlds;

/// <summary>
/// A host under virtual time with the conversations of a test. Used by one test at a time; only the observer of the host runs on other threads.
/// </summary>
internal sealed class TestWorld : IAsyncDisposable
{
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(60);

    private readonly ImmutableArray<Bot> _bots;
    private readonly TestWorldOptions _options;
    private readonly IConversationStore _store;
    private readonly ConcurrentQueue<HostEvent> _events = new();
    private readonly Dictionary<string, TestConversation> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestConversation> _current = new(StringComparer.Ordinal);
    private readonly Queue<ErrorObservation> _errorsElsewhere = new();
    private BotHost? _host;
    private IDisposable? _subscription;

    private TestWorld(ImmutableArray<Bot> bots, TestWorldOptions options)
    {
        _bots = bots;
        _options = options;
        _store = options.CreateStore?.Invoke() ?? new InMemoryStore();
    }

    public VirtualTimeProvider Clock { get; } = new();

    public BotHost Host => _host ?? throw new InvalidOperationException("The host is not started.");

    /// <summary>The conversations in the order in which they were opened.</summary>
    public IReadOnlyCollection<TestConversation> Conversations => _byAddress.Values;

    public static async Task<TestWorld> StartAsync(ImmutableArray<Bot> bots, TestWorldOptions options, CancellationToken cancellationToken)
    {
        TestWorld world = new(bots, options);
        await world.StartHostAsync(cancellationToken).ConfigureAwait(false);
        return world;
    }

    public TestConversation? Find(string name) => _current.GetValueOrDefault(name);

    /// <summary>Opens a conversation of the user <paramref name="name"/>, or another one of that user when <paramref name="g"/> differs.</summary>
    public async Task<TestConversation> OpenAsync(string name, string g, bool isConnected, MapValue context, CancellationToken cancellationToken)
    {
        Conversation handle = await Host.OpenAsync(name, OptionsOf(g, isConnected) with { Context = context }, cancellationToken).ConfigureAwait(false);
        if (!_byAddress.TryGetValue(handle.Address, out TestConversation? conversation))
        {
            conversation = new TestConversation(name, g, handle);
            _byAddress.Add(handle.Address, conversation);
        }

        conversation.Handle = handle;
        _current[name] = conversation;
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return conversation;
    }

    public async Task SendAsync(TestConversation conversation, UserAction action, CancellationToken cancellationToken)
    {
        await conversation.Handle.SendAsync(action, cancellationToken).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task ConnectAsync(TestConversation conversation, CancellationToken cancellationToken)
    {
        await conversation.Handle.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task AdvanceAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        Clock.AdvanceAsync(duration, () => SettleAsync(cancellationToken), cancellationToken);

    /// <summary>Stops the host and starts another one on the same store; the conversations are not opened again.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopHostAsync(cancellationToken).ConfigureAwait(false);
        await StartHostAsync(cancellationToken).ConfigureAwait(false);
        foreach (TestConversation conversation in _byAddress.Values)
        {
            conversation.Handle = await Host.OpenAsync(conversation.Name, OptionsOf(conversation.G, isConnected: false), cancellationToken).ConfigureAwait(false);
        }

        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until all processes rest, and sorts what they did into their conversations.</summary>
    /// <exception cref="TimeoutException">They do not come to rest.</exception>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await Host.WhenIdleAsync(cancellationToken).WaitAsync(LongestSettling, cancellationToken).ConfigureAwait(false);
        while (_events.TryDequeue(out HostEvent? hostEvent))
        {
            Sort(hostEvent);
        }
    }

    /// <summary>The next runtime error of a master or group that no step has listed.</summary>
    public ErrorObservation? TryPeekErrorElsewhere() => _errorsElsewhere.TryPeek(out ErrorObservation? error) ? error : null;

    public void TakeErrorElsewhere() => _errorsElsewhere.Dequeue();

    public async ValueTask DisposeAsync() => await StopHostAsync(CancellationToken.None).ConfigureAwait(false);

    private static OpenOptions OptionsOf(string g, bool isConnected) => new() { G = g, Connect = isConnected };

    private async Task StartHostAsync(CancellationToken cancellationToken)
    {
        BotHostBuilder builder = new BotHostBuilder().UseTimeProvider(Clock).UseStore(_store).UseRandomSeed(_options.RandomSeed);
        foreach (Bot bot in _bots)
        {
            builder.AddBot(bot);
        }

        _options.Configure?.Invoke(builder);
        _host = builder.Build();
        _subscription = _host.Observe(_events.Enqueue);
        await _host.StartAsync(cancellationToken).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task StopHostAsync(CancellationToken cancellationToken)
    {
        if (_host is { } host)
        {
            await host.StopAsync(cancellationToken).ConfigureAwait(false);
            _subscription?.Dispose();
            await host.DisposeAsync().ConfigureAwait(false);
            _host = null;
        }
    }

    private void Sort(HostEvent hostEvent)
    {
        Observation? observation = HostObservations.Of(hostEvent);
        if (observation is null)
        {
            return;
        }

        if (_byAddress.TryGetValue(hostEvent.Address, out TestConversation? conversation))
        {
            conversation.Add(observation);
        }
        else if (observation is ErrorObservation error)
        {
            _errorsElsewhere.Enqueue(error);
        }
    }
}
