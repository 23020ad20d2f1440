using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Coordination;

/// <summary>A host in memory for measurements, with as many conversations as they need.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    private BenchmarkHost(BotHost host) => Host = host;

    public BotHost Host { get; }

    public Conversation[] Chats { get; private set; } = [];

    public static async Task<BenchmarkHost> StartAsync(string main, int conversations, string? master = null, string? group = null)
    {
        ImmutableArray<BotFile> files = [new BotFile("main.bubble", main)];
        files = master is null ? files : files.Add(new BotFile("master.bubble", master));
        files = group is null ? files : files.Add(new BotFile("group.bubble", group));
        BotHost host = new BotHostBuilder()
            .AddBot(Bot.Build(new BotSources("main", files)))
            .UseLimits(new ExecutionLimits { Steps = 10_000_000, Effects = 100_000, Inbox = 2_000_000, TurnTime = TimeSpan.FromMinutes(5) })
            .Build();
        await host.StartAsync().ConfigureAwait(false);
        BenchmarkHost made = new(host);
        await made.OpenAsync(conversations).ConfigureAwait(false);
        return made;
    }

    /// <summary>Opens conversations of users <c>u0</c>, <c>u1</c>, … until there are so many.</summary>
    public async Task OpenAsync(int conversations)
    {
        Conversation[] chats = new Conversation[conversations];
        Chats.CopyTo(chats, 0);
        for (int i = Chats.Length; i < conversations; i++)
        {
            chats[i] = await Host.OpenAsync($"u{i}").ConfigureAwait(false);
        }

        Chats = chats;
        await Host.WhenIdleAsync().ConfigureAwait(false);
    }

    /// <summary>The value of a variable of a conversation as a number.</summary>
    public async Task<long> CountAsync(int chat, string variable) =>
        (await Chats[chat].EvaluateAsync(variable).ConfigureAwait(false)).AsInteger() ?? 0;

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
