using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Coordination.Mail;
using Bubblescript.Hosting;
using Bubblescript.Messages;
using Bubblescript.Sqlite;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Values;
using Microsoft.Extensions.DependencyInjection;
using IChatClient = Microsoft.Extensions.AI.IChatClient;

namespace Bubblescript.PublicTests.Guide;

/// <summary>The C# code of the guide, compiled against the public surface. <see cref="GuideCodeTests"/> compares it with the pages.</summary>
internal static class GuideCode
{
    private static readonly Dictionary<string, long> points = [];

    public static async Task EmbeddingAsync(CancellationToken cancellationToken)
    {
        await using BotHost host = new BotHostBuilder()
            .AddBot("bots/coffee")
            .Build();
        await host.StartAsync();

        Conversation chat = await host.OpenAsync(userId: "ann");
        await chat.SendAsync("two cappuccinos please");

        await foreach (ChatMessage message in chat.ReadMessagesAsync(cancellationToken))
        {
            switch (message.Payload)
            {
                case TextPayload text:
                    Show(text.Message, text.QuickReplies);
                    break;
                case MediaPayload media:
                    ShowMedia(media.Kind, media.Url);
                    break;
            }
        }

        using IDisposable subscription = host.Observe(hostEvent =>
        {
            switch (hostEvent)
            {
                case OutgoingMessage outgoing:
                    Forward(outgoing.Address, outgoing.Message);
                    break;
                case ScriptError error:
                    Report(error.Address, error.Error.Message, error.Error.File, error.Error.Line);
                    break;
                case HostFault fault:
                    Alert(fault.Message, fault.Exception);
                    break;
            }
        });

        await chat.SendAsync(new UserTextAction("hello") { Id = "m17" });
        await chat.SendAsync(new UserEventAction("order_paid", Value.MapOf(("amount", 12.5))));
        await chat.SendAsync(new UserLocationAction(52.3649, 4.8934));

        Conversation german = await host.OpenAsync("bert", new OpenOptions
        {
            User = MapValue.From(("first_name", "Bert"), ("locale", "de"), ("timezone", "Europe/Berlin")),
        });

        await host.SendEventAsync(chat.Address, "order_ready", Value.MapOf(("number", 7)));
        Value waiting = await host.QueryAsync(":master", "how_many_waiting");
        Show(german.Address + waiting, QuickReplyList.Empty);
    }

    public static BotHost Functions()
    {
        BotHost shop = new BotHostBuilder()
            .AddFunction("loyalty_points", (string userId) => points[userId])
            .AddFunction("find_order", async (string id) => await FindOrderAsync(id))
            .AddBot("bots/shop")
            .Build();
        return shop;
    }

    public static void Services(IServiceCollection services)
    {
        services.AddBubblescript(bots => bots
            .AddBot("bots/coffee")
            .UseSqlite("chat.db"));
        services.AddBubblescript((provider, bots) => bots
            .AddFunction("find_order", async (string id) => await provider.GetRequiredService<OrderBook>().FindAsync(id))
            .AddBot("bots/shop"));
        services.AddHttpClient("Bubblescript").AddHttpMessageHandler<SigningHandler>();
    }

    public static void Configuration(BotHostBuilder builder, IChatClient client, IConversationStore store, string password)
    {
        builder.UseLimits(ExecutionLimits.Default with { Steps = 50_000 });
        builder.AllowHttp("api.example.com", "*.example.org");
        builder.AllowHttp("127.0.0.1:5000");
        builder.UseChatClient(client);
        builder.UseStore(store);
        builder.UseSqlite("chat.db");
        builder.UseSqlite("chat.db", new SqliteStoreOptions { SurvivesPowerFailure = false });
        builder.UseMailSender(new SmtpMailSender(new SmtpOptions
        {
            Host = "smtp.example.com",
            UserName = "bot",
            Password = password,
            From = "Corner Coffee <bot@example.com>",
        }));
    }

    public static void Model()
    {
        using ScriptedChatClient model = new ScriptedChatClient()
            .CallTool("stock", ("item", "cake"))
            .Answer("There are three left.");
    }

    public static async Task TestingAsync()
    {
        await using TestChat chat = await TestChat.StartAsync(Bot.Load("bots/greeter"));
        chat.ShouldHaveSaid("Who are you?");
        await chat.UserSaysAsync("Ann");
        chat.ShouldHaveSaid("Hello Ann");
        await chat.AdvanceAsync(TimeSpan.FromMinutes(20));
        await chat.RestartAsync();
    }

    public static async Task TranscriptsAsync()
    {
        Transcript transcript = Transcript.Load("bots/coffee/coffee.md");
        TranscriptResult result = await TranscriptRunner.RunAsync(transcript.Cases[0]);
        Assert.True(result.Passed, result.Report);
    }

    private static Task<Value> FindOrderAsync(string id) => Task.FromResult(Value.From(id));

    private static void Show(string text, QuickReplyList replies) => Console.WriteLine($"{text} {replies.Count}");

    private static void ShowMedia(MediaKind kind, string url) => Console.WriteLine($"{kind} {url}");

    private static void Forward(string address, ChatMessage message) => Console.WriteLine($"{address} {message.Id}");

    private static void Report(string address, string message, string? file, int line) => Console.WriteLine($"{address} {message} {file} {line}");

    private static void Alert(string message, Exception? exception) => Console.WriteLine($"{message} {exception}");

    private sealed class OrderBook
    {
        public Task<Value> FindAsync(string id) => FindOrderAsync(id);
    }

    private sealed class SigningHandler : DelegatingHandler;
}
