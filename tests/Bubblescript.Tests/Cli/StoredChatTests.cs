using System.Diagnostics;
using System.Text.Json.Nodes;
using Bubblescript.Coordination;
using Bubblescript.Sqlite;
using Bubblescript.Storage;

namespace Bubblescript.Tests.Cli;

/// <summary>Chats that are kept in a real file.</summary>
public sealed class StoredChatTests
{
    private const string Script = """
        dialog main do
          name = ask "Who are you?"
          emit "reminder", in: "1h"
          say "Hello #{name}."
          drink = ask "What would you like?", expecting: ["Tea", "Coffee"]
          say "A #{drink} for #{name}."
          close
        end

        dialog event: "reminder" do
          say "Are you still there?"
        end
        """;

    [Fact]
    public async Task A_chat_goes_on_in_the_next_run_and_repeats_what_waits_for_an_answer()
    {
        using TemporaryBot bot = MakeBot();

        ToolRun first = await ChatAsync(bot, "Ann\n");
        ToolRun second = await ChatAsync(bot, "");
        ToolRun third = await ChatAsync(bot, "tea\n");
        ToolRun fourth = await ChatAsync(bot, "");

        first.Output.Should().Be("bot: Who are you?\nbot: Hello Ann.\nbot: What would you like?\n  quick replies: Tea | Coffee\n");
        second.Should().Be(new ToolRun(0, "bot: Hello Ann.\nbot: What would you like?\n  quick replies: Tea | Coffee\n", ""));
        third.Output.Should().EndWith("bot: A tea for Ann.\nclosed:\n");
        fourth.Output.Should().Be("bot: Who are you?\n", "a closed conversation begins anew");
    }

    [Fact]
    public async Task What_a_changed_script_gives_up_is_told()
    {
        using TemporaryBot bot = MakeBot();
        await ChatAsync(bot, "Ann\n");
        await File.WriteAllTextAsync(bot.PathOf("main.bubble"), "dialog main do\n  say \"Welcome\"\nend\n", TestContext.Current.CancellationToken);

        ToolRun changed = await ChatAsync(bot, "");

        changed.Output.Should().Be("bot: Welcome\n");
        changed.Error.Should().StartWith("warning: ");
    }

    [Fact]
    public async Task Users_have_conversations_of_their_own()
    {
        using TemporaryBot bot = MakeBot();
        await ChatAsync(bot, "Ann\n");

        ToolRun other = await ToolRun.StartAsync("", "run", bot.PathOf("main.bubble"), "--store", bot.PathOf("chat.db"), "--user", "bob");

        other.Output.Should().Be("bot: Who are you?\n");
    }

    [Fact]
    public async Task A_program_gets_the_repeated_message_with_the_id_that_it_had()
    {
        using TemporaryBot bot = MakeBot();
        string[] command = ["run", bot.PathOf("main.bubble"), "--json", "--store", bot.PathOf("chat.db")];

        ToolRun first = await ToolRun.StartAsync("", command);
        ToolRun second = await ToolRun.StartAsync("", command);

        second.Output.Should().Be(first.Output).And.Contain("\"id\":");
    }

    [Fact]
    public async Task A_process_that_is_killed_goes_on_where_it_was()
    {
        using TemporaryBot bot = MakeBot();
        using Process process = ToolProcess.Start("run", bot.PathOf("main.bubble"), "--store", bot.PathOf("chat.db"), "--user", "ann");
        await ReadUntilAsync(process, "bot: Who are you?");
        await process.StandardInput.WriteLineAsync("Ann");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await ReadUntilAsync(process, "bot: What would you like?");
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        ToolRun next = await ChatAsync(bot, "coffee\n");

        next.Output.Should().Be(
            "bot: Hello Ann.\nbot: What would you like?\n  quick replies: Tea | Coffee\nbot: A coffee for Ann.\nclosed:\n");
    }

    [Fact]
    public async Task Conversations_can_be_looked_into_while_the_chat_goes_on()
    {
        using TemporaryBot bot = MakeBot();
        using Process process = ToolProcess.Start("run", bot.PathOf("main.bubble"), "--store", bot.PathOf("chat.db"), "--user", "ann");
        await ReadUntilAsync(process, "bot: Who are you?");

        ToolRun list = await ToolRun.StartAsync("", "conversations", bot.PathOf("chat.db"));
        ToolRun show = await ToolRun.StartAsync("", "conversations", bot.PathOf("chat.db"), "show", "main:ann~main", "--bot", bot.PathOf("main.bubble"));
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        list.Output.Should().MatchRegex("(?m)^main:ann~main +main +ann +main, __main__ +ask ");
        show.Output.Should().Contain("    main.bubble:2: name = ask \"Who are you?\"\n");
    }

    [Fact]
    public async Task An_exported_conversation_goes_on_in_another_file()
    {
        using TemporaryBot bot = MakeBot();
        await ChatAsync(bot, "Ann\n");

        ToolRun export = await ToolRun.StartAsync("", "conversations", bot.PathOf("chat.db"), "export", "main:ann~main", "--out", bot.PathOf("ann.json"));
        ToolRun import = await ToolRun.StartAsync("", "conversations", bot.PathOf("other.db"), "import", bot.PathOf("ann.json"));
        ToolRun next = await ToolRun.StartAsync("tea\n", "run", bot.PathOf("main.bubble"), "--store", bot.PathOf("other.db"), "--user", "ann");

        export.Output.Should().Be($"{bot.PathOf("ann.json")}: 1 conversation exported\n");
        import.Output.Should().Be($"{bot.PathOf("other.db")}: 1 conversation imported\n");
        next.Output.Should().EndWith("bot: A tea for Ann.\nclosed:\n");
    }

    [Fact]
    public async Task What_fell_due_while_nobody_chatted_is_said_at_the_start()
    {
        using TemporaryBot bot = MakeBot();
        await ChatAsync(bot, "Ann\n");
        await ToolRun.StartAsync("", "conversations", bot.PathOf("chat.db"), "export", "--out", bot.PathOf("all.json"));
        JsonNode export = JsonNode.Parse(await File.ReadAllTextAsync(bot.PathOf("all.json"), TestContext.Current.CancellationToken))!;
        JsonArray timers = export["conversations"]![0]!["state"]!["timers"]!.AsArray();
        timers.Single(static timer => (string?)timer!["kind"] is "schedule")!["due"] = "2020-01-01T00:00:00.0000000+00:00";
        await File.WriteAllTextAsync(bot.PathOf("all.json"), export.ToJsonString(), TestContext.Current.CancellationToken);
        await ToolRun.StartAsync("", "conversations", bot.PathOf("late.db"), "import", bot.PathOf("all.json"));

        ToolRun late = await ToolRun.StartAsync("", "run", bot.PathOf("main.bubble"), "--store", bot.PathOf("late.db"), "--user", "ann");

        late.Output.Should().Be("bot: Hello Ann.\nbot: What would you like?\n  quick replies: Tea | Coffee\nbot: Are you still there?\nbot: What would you like?\n  quick replies: Tea | Coffee\n");
    }

    [Fact]
    public async Task A_file_that_cannot_keep_conversations_is_named()
    {
        using TemporaryBot bot = new(("main.bubble", Script), ("notes.txt", "This is a text and not a database, however long one looks at it."), ("empty.db", ""));

        await RunShouldFailAsync(bot.PathOf("notes.txt"), 1, $"The database '{bot.PathOf("notes.txt")}' is no SQLite database, or its beginning is damaged; *");
        await RunShouldFailAsync(bot.PathOf("no/chat.db"), 1, $"The database '{bot.PathOf("no/chat.db")}' cannot be opened; check that its folder exists and may be read and written.*");
        await RunShouldFailAsync(bot.Folder, 1, $"The database '{bot.Folder}' cannot be opened; *");
        await RunShouldFailAsync("", 2, "'--store' needs the name of a file");
        await ListShouldFailAsync(bot.PathOf("no.db"), 2, $"there is no file '{bot.PathOf("no.db")}'");
        await ListShouldFailAsync(bot.PathOf("notes.txt"), 1, $"The database '{bot.PathOf("notes.txt")}' is no SQLite database, *");
        await ListShouldFailAsync(bot.PathOf("empty.db"), 1, $"The database '{bot.PathOf("empty.db")}' is empty: no host has kept anything in it.");
        new FileInfo(bot.PathOf("empty.db")).Length.Should().Be(0, "looking changes nothing");

        async Task RunShouldFailAsync(string store, int exitCode, string message) =>
            ShouldFail(await ToolRun.StartAsync("", "run", bot.PathOf("main.bubble"), "--store", store), exitCode, message);

        static async Task ListShouldFailAsync(string store, int exitCode, string message) =>
            ShouldFail(await ToolRun.StartAsync("", "conversations", store), exitCode, message);
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_is_told_at_the_start()
    {
        using TemporaryBot bot = MakeBot();
        await ChatAsync(bot, "Ann\n");
        using SqliteConnection other = new(bot.PathOf("chat.db"), isReadOnly: false, TimeSpan.Zero);
        other.Execute("BEGIN IMMEDIATE");

        ToolRun locked = await ChatAsync(bot, "tea\n");
        ToolRun list = await ToolRun.StartAsync("", "conversations", bot.PathOf("chat.db"));
        other.Execute("ROLLBACK");
        ToolRun next = await ChatAsync(bot, "tea\n");

        ShouldFail(locked, 1, $"The database '{bot.PathOf("chat.db")}' is locked by another program; close that program or use another file.*");
        list.Output.Should().Contain("main:ann~main");
        next.Output.Should().EndWith("bot: A tea for Ann.\nclosed:\n");
    }

    [Fact]
    public async Task A_store_for_looking_takes_nothing_and_is_nothing_for_a_host()
    {
        using TemporaryBot bot = MakeBot();
        await ChatAsync(bot, "Ann\n");
        SqliteStoreOptions looking = new() { IsReadOnly = true };
        await using SqliteStore store = new(bot.PathOf("chat.db"), looking);
        await store.OpenAsync(TestContext.Current.CancellationToken);

        Func<Task> discard = async () => await store.DiscardAsync("anything", TestContext.Current.CancellationToken);
        Action host = () => new BotHostBuilder().UseSqlite(bot.PathOf("chat.db"), looking);

        (await store.LoadAsync("main:ann~main", TestContext.Current.CancellationToken)).Should().NotBeNull();
        await discard.Should().ThrowAsync<StoreException>().WithMessage($"The store '{bot.PathOf("chat.db")}' is open for reading only.");
        host.Should().Throw<ArgumentException>().WithMessage("A host writes to its store and cannot use one that is only looked at.*");
    }

    private static TemporaryBot MakeBot() => new(("main.bubble", Script));

    private static Task<ToolRun> ChatAsync(TemporaryBot bot, string input) =>
        ToolRun.StartAsync(input, "run", bot.PathOf("main.bubble"), "--store", bot.PathOf("chat.db"), "--user", "ann");

    private static void ShouldFail(ToolRun run, int exitCode, string message)
    {
        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().BeEmpty();
        run.Error.Should().Match($"bubble: {message}\n");
    }

    private static async Task ReadUntilAsync(Process process, string line)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } read)
        {
            if (string.Equals(read, line, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The process ended without saying '{line}': {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }
}
