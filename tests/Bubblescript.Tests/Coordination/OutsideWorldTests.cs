using Bubblescript.Coordination;
using Bubblescript.Coordination.Mail;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Tests.Coordination.Http;
using Bubblescript.Tests.Coordination.Mail;
using Bubblescript.Values;
using Microsoft.AspNetCore.Http;

namespace Bubblescript.Tests.Coordination;

/// <summary>Scripts that call web services, language models and mail servers, from the statement to the wire and back.</summary>
public sealed class OutsideWorldTests
{
    [Fact]
    public async Task A_script_calls_a_web_service_in_the_middle_of_a_sentence()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
            context.Response.WriteAsJsonAsync(new { city = context.Request.Query["city"].ToString(), degrees = 21.5 }));
        await using TestChat chat = await StartAsync(
            $$"""
            dialog main do
              weather = http_get("{{server.Url("/weather")}}", query: [city: "Delft"])
              say "#{weather.body.city}: #{weather.body.degrees} (#{weather.status_code})"
            end
            """,
            builder => builder.AllowHttp(server.AllowEntry));
        chat.ShouldHaveSaid("Delft: 21.5 (200)");
    }

    [Fact]
    public async Task A_service_that_is_not_allowed_is_an_answer_that_a_script_can_handle()
    {
        int calls = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(_ =>
        {
            calls++;
            return Task.CompletedTask;
        });
        await using TestChat chat = await StartAsync(
            $$"""
            dialog main do
              r = http_post("{{server.Url("/")}}", [a: 1])
              say "#{r.status_code} #{r.error}"
            end
            """,
            static builder => builder.AllowHttp("api.example.com"));
        chat.ShouldHaveSaid($"0 the host 127.0.0.1 (port {server.Port}) is not among the hosts that the host application allows");
        calls.Should().Be(0);
    }

    [Fact]
    public async Task Two_calls_in_one_loop_are_made_once_each()
    {
        List<string> paths = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            paths.Add(context.Request.Path);
            return context.Response.WriteAsync(context.Request.Path.Value![1..].ToUpperInvariant());
        });
        await using TestChat chat = await StartAsync(
            $$"""
            function fetch(_name) do
              return http_get("{{server.Address}}" + _name).body
            end

            dialog main do
              say "#{fetch("a")}-#{fetch("b")}"
            end
            """,
            builder => builder.AllowHttp(server.AllowEntry));
        chat.ShouldHaveSaid("A-B");
        paths.Should().Equal("/a", "/b");
    }

    [Fact]
    public async Task A_call_that_a_stopped_host_was_making_is_made_again_by_the_next_one()
    {
        TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int calls = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (calls++ == 0)
            {
                called.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await context.Response.WriteAsync("the second time");
        });
        InMemoryStore store = new();
        string script = $$"""
            dialog main do
              say "Calling."
              say http_get("{{server.Url("/")}}").body
            end
            """;
        await using (BotHost first = await HostAsync(script, store, server))
        {
            await first.OpenAsync("ann");
            await called.Task;
            await first.StopAsync();
        }

        await using BotHost second = await HostAsync(script, store, server);
        Conversation chat = await second.OpenAsync("ann", new OpenOptions { Connect = false });
        await second.WhenIdleAsync();
        IReadOnlyList<StoredMessage> history = await chat.ReadHistoryAsync();
        history.Select(static message => ((Bubblescript.Messages.TextPayload)message.Message.Payload!).Message).Should().Equal("the second time", "Calling.");
        calls.Should().Be(2);
    }

    [Fact]
    public async Task A_language_model_answers_with_the_help_of_a_task()
    {
        using ScriptedChatClient model = new ScriptedChatClient().CallTool("stock", ("item", "cake")).Answer("There are three pieces left.");
        await using TestChat chat = await StartAsync(
            """
            declare task stock, description: "Tells how many pieces are left", in: [
              type: "object", properties: [item: [type: "string"]], required: ["item"]
            ]

            task stock do
              asked_for = _args.item
              return 3
            end

            dialog main do
              ask "What do you want to know?"
              result = LLM.complete([text: "Answer {{ name }}: [[transcript]]", tools: ["stock"]], name: "Ann")
              say "#{result.text} (#{asked_for})"
            end
            """,
            builder => builder.UseChatClient(model));
        await chat.UserSaysAsync("Is there any cake?");
        chat.ShouldHaveSaid("What do you want to know?", "There are three pieces left. (cake)");
        model.Requests[0].LastText.Should().Be("Answer Ann: bot: What do you want to know?\nuser: Is there any cake?");
        model.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Without_a_model_the_script_gets_an_error()
    {
        await using TestChat chat = await StartAsync(
            """
            dialog main do
              say LLM.complete("Hello").text
            end

            dialog __error__ do
              say error.message
            end
            """,
            static _ => { });
        chat.ShouldHaveSaid("LLM.complete: no language model is configured; the host application sets one with UseChatClient");
    }

    [Fact]
    public async Task A_mail_of_a_script_arrives()
    {
        await using SmtpSink sink = new();
        await using TestChat chat = await StartAsync(
            """
            dialog main do
              mail "ann@example.com", "Your table", "See you tonight!"
              sent = mail("bob@example.com", "Copy", "For you", cc: "cy@example.com")
              say "Sent: #{sent}"
            end
            """,
            builder => builder.UseMailSender(new SmtpMailSender(new SmtpOptions
            {
                Host = "127.0.0.1",
                Port = sink.Port,
                Security = SmtpSecurity.None,
                From = "bot@example.com",
            })));
        await chat.Host.WhenIdleAsync();
        sink.Mails.Select(static mail => mail.Header("Subject")).Should().BeEquivalentTo("Your table", "Copy");
        sink.Mails.Single(static mail => mail.Header("Subject") == "Copy").Recipients.Should().Equal("<bob@example.com>", "<cy@example.com>");
        sink.Mails.Single(static mail => mail.Header("Subject") == "Your table").Body.Should().Be("See you tonight!\r\n");
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_is_told_to_the_host_and_not_to_the_script()
    {
        await using SmtpSink sink = new() { Override = static line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no such user" : null };
        TaskCompletionSource<HostFault> fault = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TestChat chat = await StartAsync(
            """
            dialog main do
              ask "Ready?"
              mail "nobody@example.com", "Hi", "x"
              say "Gone on."
            end
            """,
            builder => builder.UseMailSender(new SmtpMailSender(new SmtpOptions { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.None, From = "bot@example.com" })));
        using IDisposable subscription = chat.Host.Observe(hostEvent =>
        {
            if (hostEvent is HostFault found)
            {
                fault.TrySetResult(found);
            }
        });
        await chat.UserSaysAsync("yes");
        chat.ShouldHaveSaid("Ready?", "Gone on.");
        HostFault told = await fault.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        told.Message.Should().Be("A message to nobody@example.com could not be sent: The mail server 127.0.0.1 refused RCPT TO:<nobody@example.com>: 550 no such user");
    }

    private static Task<TestChat> StartAsync(string script, Action<BotHostBuilder> configure) =>
        TestChat.StartAsync(script, TestChatOptions.Default with { Configure = configure }, TestContext.Current.CancellationToken);

    private static async Task<BotHost> HostAsync(string script, InMemoryStore store, LoopbackServer server)
    {
        BotHost host = new BotHostBuilder().AddBot(Bubblescript.Binding.Bot.Parse(script)).UseStore(store).AllowHttp(server.AllowEntry)
            .UseOptions(BotHostOptions.Default with { StopTimeout = TimeSpan.FromMilliseconds(100) }).Build();
        await host.StartAsync();
        return host;
    }
}
