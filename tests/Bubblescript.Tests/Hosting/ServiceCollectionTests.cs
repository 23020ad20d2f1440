using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Hosting;
using Bubblescript.Messages;
using Bubblescript.Sqlite;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Tests.Coordination.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bubblescript.Tests.Hosting;

/// <summary>Hosts of bots as services of an application, with a real container.</summary>
public sealed class ServiceCollectionTests
{
    private const string Greeter = """
        dialog main do
          name = ask "Who are you?"
          say "Hello #{name}"
        end
        """;

    [Fact]
    public async Task The_host_starts_and_stops_with_the_application()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddBubblescript(static bots => bots.AddBot(Bot.Parse(Greeter)));
        using IHost application = builder.Build();
        BotHost host = application.Services.GetRequiredService<BotHost>();

        await application.StartAsync(TestContext.Current.CancellationToken);
        IReadOnlyList<string> texts = await SayAsync(host, "Ann");
        await application.StopAsync(TestContext.Current.CancellationToken);

        texts.Should().Equal("Who are you?", "Hello Ann");
        await FluentActions.Invoking(() => host.OpenAsync("bob")).Should().ThrowAsync<InvalidOperationException>("the host has stopped");
    }

    [Fact]
    public async Task Conversations_in_a_file_go_on_in_the_next_application()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bubble-");
        string path = Path.Combine(folder.FullName, "chat.db");

        IReadOnlyList<string> first = await RunAsync();
        IReadOnlyList<string> second = await RunAsync("Ann");
        folder.Delete(recursive: true);

        first.Should().Equal("Who are you?");
        second.Should().Equal("Hello Ann");

        async Task<IReadOnlyList<string>> RunAsync(params string[] says)
        {
            await using ServiceProvider services = Build(builder => builder.AddBot(Bot.Parse(Greeter)).UseSqlite(path));
            return await SayAsync(await StartAsync(services), says);
        }
    }

    [Fact]
    public async Task What_the_container_has_is_used()
    {
        VirtualTimeProvider time = new();
        using ScriptedChatClient model = new ScriptedChatClient().Answer("forty-two");
        InMemoryStore store = new();
        List<string> log = [];
        MailBox mails = new();
        await using ServiceProvider services = Build(
            static builder => builder.AddBot(new BotSources("main", [new BotFile("main.bubble", """
                dialog main do
                  say date_now()
                  answer = LLM.complete(@prompts.question)
                  say answer.text
                  mail "boss@example.com", "Subject", "Body"
                  log "done"
                end
                """), new BotFile("prompts.yml", """
                prompts:
                  - id: question
                    text: What is six times seven?
                """)])),
            registrations => registrations
                .AddSingleton<TimeProvider>(time)
                .AddSingleton<IChatClient>(model)
                .AddSingleton<IConversationStore>(store)
                .AddSingleton<IMailSender>(mails)
                .AddLogging(logging => logging.AddProvider(new ListLogger(log))));

        BotHost host = await StartAsync(services);
        IReadOnlyList<string> texts = await ChatAsync(host);

        texts.Should().HaveCount(2);
        texts[0].Should().Contain("2024-05-01");
        texts[1].Should().Be("forty-two");
        mails.Sent.Should().ContainSingle().Which.To.Should().Be("boss@example.com");
        log.Should().Contain(static line => line.EndsWith("log: done", StringComparison.Ordinal));
        host.Store.Should().BeSameAs(store);
    }

    [Fact]
    public async Task Options_come_from_the_configuration_and_what_the_application_says_comes_after_them()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Bubblescript:ChatBaseAddress", "https://chat.example.com"), new("Bubblescript:PassivateAfter", "00:01:00")])
            .Build();
        const string Script = """
            dialog main do
              say chat_link("web", g: "x")
            end
            """;
        await using ServiceProvider configured = Build(
            static builder => builder.AddBot(Bot.Parse(Script, "shop")),
            services => services.Configure<BotHostOptions>(configuration.GetSection("Bubblescript")));
        await using ServiceProvider overridden = Build(
            static builder => builder.AddBot(Bot.Parse(Script, "shop")).UseOptions(new BotHostOptions { ChatBaseAddress = "https://other.example.com" }),
            services => services.Configure<BotHostOptions>(configuration.GetSection("Bubblescript")));

        (await ChatAsync(await StartAsync(configured))).Should().Equal("https://chat.example.com/chat/shop?channel=web&g=x");
        (await ChatAsync(await StartAsync(overridden))).Should().Equal("https://other.example.com/chat/shop?channel=web&g=x");
        configured.GetRequiredService<BotHost>().Processes.Options.PassivateAfter.Should().Be(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Parts_of_an_application_can_add_bots_to_one_host()
    {
        ServiceCollection registrations = new();
        registrations.AddBubblescript(static builder => builder.AddBot(Bot.Parse(Greeter, "first")));
        registrations.AddBubblescript(static (services, builder) => builder
            .AddFunction("secret", () => services.GetRequiredService<Secret>().Text)
            .AddBot(new BotSources("second", [new BotFile("main.bubble", "dialog main do\n  say secret()\nend\n")])));
        registrations.AddSingleton(new Secret("42"));
        await using ServiceProvider services = registrations.BuildServiceProvider();

        BotHost host = await StartAsync(services);

        services.GetServices<IHostedService>().Should().ContainSingle();
        host.Bots.Select(static bot => bot.Id).Should().Equal("first", "second");
        (await ChatAsync(host, new OpenOptions { BotId = "second" })).Should().Equal("42");
    }

    [Fact]
    public async Task Calls_of_scripts_go_through_the_named_client_and_reach_only_what_is_allowed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context => context.Response.WriteAsync(context.Request.Headers["X-Stamp"].ToString()));
        string script = $$"""
            dialog main do
              say http_get("{{server.Url("/")}}").body
            end

            dialog event: "elsewhere" do
              say http_get("http://127.0.0.1:1/").error
            end
            """;
        await using ServiceProvider services = Build(
            builder => builder.AddBot(Bot.Parse(script)).AllowHttp(server.AllowEntry),
            static registrations => registrations.AddHttpClient("Bubblescript").AddHttpMessageHandler(static () => new StampHandler()));
        BotHost host = await StartAsync(services);

        (await ChatAsync(host, new UserEventAction("elsewhere"))).Should().Equal(
            "stamped", "the host 127.0.0.1 (port 1) is not among the hosts that the host application allows");
    }

    [Fact]
    public async Task A_bot_with_errors_keeps_the_application_from_starting()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddBubblescript(static bots => bots.AddBot(new BotSources("main", [new BotFile("main.bubble", "dialog main do\n  invoke nowhere\nend\n")])));
        using IHost application = builder.Build();

        await FluentActions.Invoking(() => application.StartAsync()).Should().ThrowAsync<BotLoadException>().WithMessage("*nowhere*");
    }

    private static ServiceProvider Build(Action<BotHostBuilder> configure, Action<IServiceCollection>? register = null)
    {
        ServiceCollection registrations = new();
        registrations.AddBubblescript(configure);
        register?.Invoke(registrations);
        return registrations.BuildServiceProvider(validateScopes: true);
    }

    private static async Task<BotHost> StartAsync(ServiceProvider services)
    {
        foreach (IHostedService service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        return services.GetRequiredService<BotHost>();
    }

    private static Task<IReadOnlyList<string>> SayAsync(BotHost host, params string[] says) =>
        ChatAsync(host, new OpenOptions(), [.. says.Select(static text => new UserTextAction(text))]);

    private static Task<IReadOnlyList<string>> ChatAsync(BotHost host, params UserAction[] actions) => ChatAsync(host, new OpenOptions(), actions);

    private static async Task<IReadOnlyList<string>> ChatAsync(BotHost host, OpenOptions options, params UserAction[] actions)
    {
        List<string> texts = [];
        using IDisposable subscription = host.Observe(happened =>
        {
            if (happened is OutgoingMessage { Message.Payload: TextPayload text })
            {
                lock (texts)
                {
                    texts.Add(text.Message);
                }
            }
        });
        Conversation chat = await host.OpenAsync("ann", options);
        await host.WhenIdleAsync();
        foreach (UserAction action in actions)
        {
            await chat.SendAsync(action);
            await host.WhenIdleAsync();
        }

        return texts;
    }

    private sealed record Secret(string Text);

    private sealed class MailBox : IMailSender
    {
        public List<MailMessage> Sent { get; } = [];

        public Task SendAsync(string address, MailMessage mail, CancellationToken cancellationToken)
        {
            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }

    private sealed class StampHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Stamp", "stamped");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
