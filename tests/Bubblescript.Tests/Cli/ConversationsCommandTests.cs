using System.CommandLine;
using System.Text.Json.Nodes;
using Bubblescript.Binding;
using Bubblescript.Cli;
using Bubblescript.Cli.Chats;
using Bubblescript.Cli.Commands;
using Bubblescript.Storage;

namespace Bubblescript.Tests.Cli;

public sealed class ConversationsCommandTests
{
    private const string Script = """
        dialog main do
          name = ask "Who are you?"
          invoke order
        end

        dialog order do
          emit "late", in: "1h"
          drink = ask "What would you like, #{name}?"
          say "A #{drink} for #{name}."
        end
        """;

    [Fact]
    public async Task A_chat_goes_on_where_it_was_left_and_shows_the_pending_question_again()
    {
        using TemporaryBot bot = MakeBot();
        InMemoryStore store = new();

        string first = await ChatAsync(bot, store, "Ann\n");
        string second = await ChatAsync(bot, store, "");
        string third = await ChatAsync(bot, store, "tea\n");

        first.Should().Be("bot: Who are you?\nbot: What would you like, Ann?\n");
        second.Should().Be("bot: What would you like, Ann?\n");
        third.Should().Be("bot: What would you like, Ann?\nbot: A tea for Ann.\n");
    }

    [Fact]
    public async Task The_list_has_a_line_for_each_conversation()
    {
        using TemporaryBot bot = MakeBot();
        InMemoryStore store = new();
        await ChatAsync(bot, store, "Ann\n:as bob\n");

        string[] lines = (await RunAsync(store, "conversations", bot.PathOf("chat.db"))).Split('\n');

        lines.Should().HaveCount(4);
        lines[0].Should().MatchRegex("^ADDRESS +BOT +USER +STACK +WAITS FOR +SINCE +BYTES$");
        lines[1].Should().MatchRegex("^[^ ]+:ann~main +[^ ]+ +ann +order, main, __main__ +ask +20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ +\\d+$");
        lines[2].Should().MatchRegex("^[^ ]+:bob~main +[^ ]+ +bob +main, __main__ +ask +20.* +\\d+$");
        lines[3].Should().BeEmpty();
    }

    [Fact]
    public async Task A_conversation_is_shown_with_its_stack_variables_wait_and_timers()
    {
        using TemporaryBot bot = MakeBot();
        InMemoryStore store = new();
        await ChatAsync(bot, store, "Ann\n");
        string address = await FirstAddressAsync(store);

        string plain = await RunAsync(store, "conversations", bot.PathOf("chat.db"), "show", address);
        string placed = await RunAsync(store, "conversations", bot.PathOf("chat.db"), "show", address, "--bot", bot.PathOf("main.bubble"));

        plain.Should().StartWith($"address: {address}\nkind: conversation\n").And.Contain("user: ann\nstatus: live\n").And.Contain("\nwaits for: ask\n");
        plain.Should().Contain("\n  name = ").And.Contain("schedule 'late'").And.Contain("    at ask:");
        placed.Should().Contain("    main.bubble:8: drink = ask \"What would you like, #{name}?\"\n").And.Contain("    main.bubble:3: invoke order\n");
    }

    [Fact]
    public async Task An_export_brings_conversations_into_another_store_where_they_go_on()
    {
        using TemporaryBot bot = MakeBot();
        InMemoryStore store = new();
        InMemoryStore other = new();
        await ChatAsync(bot, store, "Ann\n");
        string file = bot.PathOf("export.json");

        string exported = await RunAsync(store, "conversations", bot.PathOf("chat.db"), "export", "--out", file);
        string imported = await RunAsync(other, "conversations", bot.PathOf("other.db"), "import", file);

        exported.Should().Be($"{file}: 1 conversation exported\n");
        imported.Should().Be($"{bot.PathOf("other.db")}: 1 conversation imported\n");
        (await RunAsync(other, "conversations", bot.PathOf("chat.db"), "export")).Should().Be(await File.ReadAllTextAsync(file));
        (await ChatAsync(bot, other, "tea\n")).Should().Be("bot: What would you like, Ann?\nbot: A tea for Ann.\n");
    }

    [Fact]
    public async Task An_import_replaces_a_conversation_only_when_told_to()
    {
        using TemporaryBot bot = MakeBot();
        InMemoryStore store = new();
        await ChatAsync(bot, store, "Ann\n");
        string file = bot.PathOf("export.json");
        await RunAsync(store, "conversations", bot.PathOf("chat.db"), "export", await FirstAddressAsync(store), "--out", file);
        await ChatAsync(bot, store, "tea\n");

        Func<Task> import = () => RunAsync(store, "conversations", bot.PathOf("chat.db"), "import", file);
        await import.Should().ThrowAsync<ToolException>().WithMessage("the file has a conversation '*:ann~main' already; nothing was imported.*");
        await RunAsync(store, "conversations", bot.PathOf("chat.db"), "import", file, "--replace");

        (await ChatAsync(bot, store, "coffee\n")).Should().EndWith("bot: A coffee for Ann.\n");
    }

    [Fact]
    public async Task What_is_missing_or_damaged_is_named()
    {
        using TemporaryBot bot = MakeBot();
        InMemoryStore store = new();
        string database = bot.PathOf("chat.db");
        await File.WriteAllTextAsync(bot.PathOf("later.json"), "{\"format\": 2}");
        await File.WriteAllTextAsync(bot.PathOf("damaged.json"), """
            {"format": 1, "conversations": [{"address": "a:b~c", "state": {"format": 1, "address": "x:y~z", "kind": "conversation", "bot": "x", "status": "live"}}]}
            """);

        await ShouldFailAsync("there is no file 'no.db'", "conversations", "no.db");
        await ShouldFailAsync("there is no conversation 'a:b~c'; the list shows the addresses", "conversations", database, "show", "a:b~c");
        await ShouldFailAsync("there is no conversation 'a:b~c'; the list shows the addresses", "conversations", database, "export", "a:b~c");
        await ShouldFailAsync("the file has the format 2, and this version reads formats up to 1: use a later version", "conversations", database, "import", bot.PathOf("later.json"));
        await ShouldFailAsync(
            "the file is no export of conversations: the state of 'x:y~z' stands at the address 'a:b~c'", "conversations", database, "import", bot.PathOf("damaged.json"));

        async Task ShouldFailAsync(string message, params string[] arguments)
        {
            Func<Task> run = () => RunAsync(store, arguments);
            (await run.Should().ThrowAsync<ToolException>()).Which.Message.Should().Be(message);
        }
    }

    [Fact]
    public async Task A_damaged_conversation_does_not_hide_the_others()
    {
        using TemporaryBot bot = MakeBot();
        InMemoryStore store = new();
        await ChatAsync(bot, store, "Ann\n");
        await store.CommitAsync(new ProcessCommit
        {
            Address = "zoo:zed~main",
            BotId = "zoo",
            UserId = "zed",
            Version = 1,
            Writer = "test",
            State = new StateDocument("{"u8.ToArray()),
            Time = DateTimeOffset.UnixEpoch,
        });
        using StringWriter error = new() { NewLine = "\n" };

        string list = await RunAsync(store, error, "conversations", bot.PathOf("chat.db"));

        list.Should().Contain(":ann~main").And.MatchRegex("zoo:zed~main +zoo +zed +unreadable");
        error.ToString().Should().StartWith("zoo:zed~main: The document is damaged: ");
    }

    [Fact]
    public async Task An_empty_store_has_no_conversations()
    {
        using TemporaryBot bot = MakeBot();
        InMemoryStore store = new();

        (await RunAsync(store, "conversations", bot.PathOf("chat.db"))).Should().Be("no conversations\n");
        JsonNode.Parse(await RunAsync(store, "conversations", bot.PathOf("chat.db"), "export"))!["conversations"]!.AsArray().Should().BeEmpty();
    }

    private static TemporaryBot MakeBot() => new(("main.bubble", Script), ("chat.db", ""));

    private static async Task<string> ChatAsync(TemporaryBot bot, IConversationStore store, string input)
    {
        using StringReader reader = new(input);
        using StringWriter output = new() { NewLine = "\n" };
        ToolConsole console = new(reader, output, output, IsTerminal: false, ShowsProgress: false);
        await PlainChat.RunAsync([Bot.Load(bot.PathOf("main.bubble"))], new ChatOptions { UserId = "ann", Store = store }, console, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private static async Task<string> RunAsync(IConversationStore store, params string[] arguments)
    {
        using StringWriter error = new() { NewLine = "\n" };
        string output = await RunAsync(store, error, arguments);
        error.ToString().Should().BeEmpty();
        return output;
    }

    private static async Task<string> RunAsync(IConversationStore store, StringWriter error, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        ToolConsole console = new(TextReader.Null, output, error, IsTerminal: false, ShowsProgress: false);
        RootCommand root = new("Test.") { ConversationsCommand.Make(console, (_, _) => store) };
        int exitCode = await root.Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        exitCode.Should().Be(0);
        return output.ToString();
    }

    private static async Task<string> FirstAddressAsync(IConversationStore store)
    {
        await foreach (ProcessSummary summary in store.ListAsync())
        {
            return summary.Address;
        }

        throw new InvalidOperationException("The store is empty.");
    }
}
