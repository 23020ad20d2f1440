using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Tests.Coordination;

namespace Bubblescript.Tests.Storage;

/// <summary>A conversation begins with one script and goes on with another (execution model, section 9).</summary>
public sealed class ChangedScriptTests
{
    [Fact]
    public async Task An_unchanged_dialog_goes_on_exactly_although_others_changed()
    {
        (IReadOnlyList<string> texts, IReadOnlyList<string> warnings) = await ContinueAsync(
            "dialog main do\n_x = 1\nask \"A?\"\nsay \"x #{_x}, #{answer}\"\nend\ndialog other do say \"old\" end",
            "dialog other do say \"new\" end\ndialog main do\n_x = 1\nask \"A?\"\nsay \"x #{_x}, #{answer}\"\nend",
            "yes");

        texts.Should().Equal("A?", "x 1, yes");
        warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_question_that_still_exists_is_gone_on_with_in_a_changed_dialog()
    {
        (IReadOnlyList<string> texts, IReadOnlyList<string> warnings) = await ContinueAsync(
            "dialog main do\nsay \"Hello\"\n_n = 2\nname = ask \"Name?\"\nsay \"Old #{name}\"\nend",
            "dialog main do\nif true do\nsay \"Changed\"\nend\nname = ask \"Name?\"\nsay \"New\"\nsay \"#{name} #{_n}\"\nend",
            "Ann");

        texts.Should().Equal("Hello", "Name?", "New", "Ann 2");
        warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task Of_equal_questions_the_same_one_is_found_again()
    {
        (IReadOnlyList<string> texts, _) = await ContinueAsync(
            "dialog main do\nask \"More?\"\nask \"More?\"\nsay \"Two\"\nask \"More?\"\nend",
            "dialog main do\nsay \"New\"\nask \"More?\"\nask \"More?\"\nsay \"Still two\"\nend",
            "a",
            restartAfter: 1,
            "b");

        texts.Should().Equal("More?", "More?", "Still two");
    }

    [Fact]
    public async Task A_question_that_is_gone_restarts_its_dialog()
    {
        (IReadOnlyList<string> texts, IReadOnlyList<string> warnings) = await ContinueAsync(
            "dialog main do\nask \"Old?\"\nsay \"never\"\nend",
            "dialog main do\nask \"New?\"\nsay \"Got #{answer}\"\nend",
            "hm",
            restartAfter: 0,
            "yes");

        texts.Should().Equal("Old?", "New?", "Got yes");
        warnings.Should().Equal("the question where 'main.bubble: dialog main' waited is gone; it starts from its top");
    }

    [Fact]
    public async Task A_dialog_that_is_gone_is_dropped_and_the_one_below_goes_on()
    {
        (IReadOnlyList<string> texts, IReadOnlyList<string> warnings) = await ContinueAsync(
            "dialog main do\ninvoke inner\nsay \"Back\"\nend\ndialog inner do\nask \"In?\"\nend",
            "dialog main do\ninvoke other\nsay \"Back\"\nend\ndialog other do say \"Other\" end",
            "hm");

        texts.Should().Equal("In?", "Back");
        warnings.Should().Equal(
            "the statement where 'main.bubble: dialog main' stood is gone; it goes on behind it",
            "'main.bubble: dialog inner' is gone; its place on the stack was dropped");
    }

    [Fact]
    public async Task A_caller_whose_invoke_is_gone_goes_on_at_the_next_surviving_statement()
    {
        (IReadOnlyList<string> texts, _) = await ContinueAsync(
            "dialog main do\ninvoke inner\nsay \"A\"\nsay \"B\"\nsay \"C\"\nend\ndialog inner do\nask \"In?\"\nend",
            "dialog main do\nsay \"Z\"\nsay \"B\"\nsay \"C\"\nend\ndialog inner do\nask \"In?\"\nend",
            "ok");

        texts.Should().Equal("In?", "B", "C");
    }

    [Fact]
    public async Task Loops_keep_their_remaining_items()
    {
        (IReadOnlyList<string> texts, _) = await ContinueAsync(
            "dialog main do\nrepeat _i in [\"a\", \"b\", \"c\"] do\nask \"#{_i}?\"\nend\nsay \"End\"\nend",
            "dialog main do\nsay \"New\"\nrepeat _i in [\"a\", \"b\", \"c\"] do\nask \"#{_i}?\"\nsay \"after #{_i}\"\nend\nsay \"End\"\nend",
            "1",
            restartAfter: 1,
            "2",
            "3");

        texts.Should().Equal("a?", "b?", "after b", "c?", "after c", "End");
    }

    [Fact]
    public async Task A_loop_that_is_gone_ends_behind_its_question()
    {
        (IReadOnlyList<string> texts, _) = await ContinueAsync(
            "dialog main do\nrepeat _i in [1, 2] do\nask \"Q?\"\nend\nsay \"End\"\nend",
            "dialog main do\nask \"Q?\"\nsay \"End\"\nend",
            "x");

        texts.Should().Equal("Q?", "End");
    }

    [Fact]
    public async Task Once_counters_are_kept_and_unknown_ones_dropped()
    {
        (IReadOnlyList<string> texts, IReadOnlyList<string> warnings) = await ContinueAsync(
            "dialog __unknown__ do\nonce do\nsay \"one\"\nsay \"two\"\nend\nonce do\nsay \"x\"\nend\nend",
            "dialog __unknown__ do\nsay \"New\"\nonce do\nsay \"one\"\nsay \"two\"\nend\nend",
            "a",
            restartAfter: 1,
            "b");

        texts.Should().Equal("one", "x", "New", "two");
        warnings.Should().ContainSingle().Which.Should().StartWith("the once statement ").And.EndWith(" is gone; its count was dropped");
    }

    [Fact]
    public async Task A_dialog_that_moved_to_another_file_is_found()
    {
        Bot before = Bot.Build(new BotSources(
            "main", [new("main.bubble", "dialog main do invoke inner end"), new("a.bubble", "dialog inner do\nask \"Q?\"\nsay \"A #{answer}\"\nend")]));
        Bot after = Bot.Build(new BotSources(
            "main", [new("main.bubble", "dialog main do invoke inner end"), new("b.bubble", "dialog inner do\nask \"Q?\"\nsay \"A #{answer}\"\nend")]));

        (IReadOnlyList<string> texts, IReadOnlyList<string> warnings) = await ContinueAsync(before, after, ["yes"], restartAfter: 0);

        texts.Should().Equal("Q?", "A yes");
        warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task Variables_keep_their_values_when_their_order_changes()
    {
        (IReadOnlyList<string> texts, _) = await ContinueAsync(
            "dialog main do\na = 1\nb = 2\nc = 3\nask \"Q?\"\nend",
            "dialog main do\nc = 9\nz = 8\nb = 7\nask \"Q?\"\nsay \"#{a} #{b} #{c} [#{z}]\"\nend",
            "x");

        texts.Should().Equal("Q?", "1 2 3 []");
    }

    [Fact]
    public async Task The_timer_of_a_question_that_is_gone_is_cancelled()
    {
        InMemoryStore store = new();
        VirtualTimeProvider clock = new();
        await using (TestHost before = await TestHost.StartAsync([TestHost.MakeBot("dialog main do\nask \"Old?\", timeout: 60\nend")], store, clock))
        {
            await before.OpenAsync("ann");
        }

        await using TestHost after = await TestHost.StartAsync([TestHost.MakeBot("dialog main do\nask \"New?\"\nend")], store, clock);
        Conversation chat = await after.OpenAsync("ann", new OpenOptions { Connect = false });

        (await chat.InspectAsync()).Timers.Select(static timer => timer.Kind).Should().Equal("session");
    }

    [Fact]
    public async Task A_bot_that_is_gone_from_the_bot_stack_gives_the_conversation_back()
    {
        InMemoryStore store = new();
        VirtualTimeProvider clock = new();
        Bot front = TestHost.MakeBot("dialog main do\nswitch_bot \"back#{\"\"}\"\nsay \"Front again\"\nend");
        await using (TestHost before = await TestHost.StartAsync([front, TestHost.MakeBot("dialog main do ask \"Back?\" end", id: "back")], store, clock))
        {
            Conversation opened = await before.OpenAsync("ann");
            before.TextsOf(opened).Should().Equal("Back?");
        }

        await using TestHost after = await TestHost.StartAsync([front], store, clock);
        Conversation chat = await after.OpenAsync("ann", new OpenOptions { Connect = false });
        await after.SayAsync(chat, "hi");

        after.TextsOf(chat).Should().Equal("Front again");
        after.Events.OfType<ScriptLog>().Should().Contain(static log => log.Text == "the bot 'back' is gone; what the conversation had of it was dropped");
    }

    [Fact]
    public async Task A_conversation_of_a_bot_that_the_host_does_not_have_is_left_untouched()
    {
        InMemoryStore store = new();
        VirtualTimeProvider clock = new();
        string address;
        await using (TestHost before = await TestHost.StartAsync(
            [TestHost.MakeBot("dialog main do ask \"Q?\" end", group: "task event: \"e\" do n = n + 1 end", id: "old")], store, clock))
        {
            address = (await before.OpenAsync("ann")).Address;
        }

        StoredProcess? saved = await store.LoadAsync(address, TestContext.Current.CancellationToken);
        await using (TestHost after = await TestHost.StartAsync([TestHost.MakeBot("dialog main do end")], store, clock))
        {
            await after.AdvanceAsync(TimeSpan.FromMinutes(20));
            after.Events.OfType<HostFault>().Should().ContainSingle().Which.Message.Should().Be(
                "The conversation 'old:ann~main' is saved for the bot 'old', which this host does not have. Add the bot, or use another store.");
        }

        (await store.LoadAsync(address, TestContext.Current.CancellationToken)).Should().BeEquivalentTo(saved);
    }

    private static Task<(IReadOnlyList<string> Texts, IReadOnlyList<string> Warnings)> ContinueAsync(string before, string after, string input) =>
        ContinueAsync(before, after, input, restartAfter: 0);

    private static Task<(IReadOnlyList<string> Texts, IReadOnlyList<string> Warnings)> ContinueAsync(
        string before, string after, string first, int restartAfter, params string[] further) =>
        ContinueAsync(TestHost.MakeBot(before), TestHost.MakeBot(after), [first, .. further], restartAfter);

    private static async Task<(IReadOnlyList<string> Texts, IReadOnlyList<string> Warnings)> ContinueAsync(
        Bot before, Bot after, string[] inputs, int restartAfter)
    {
        InMemoryStore store = new();
        VirtualTimeProvider clock = new();
        List<string> texts = [];
        await using (TestHost host = await TestHost.StartAsync([before], store, clock))
        {
            Conversation chat = await host.OpenAsync("ann");
            foreach (string input in inputs.Take(restartAfter))
            {
                await host.SayAsync(chat, input);
            }

            texts.AddRange(host.TextsOf(chat));
        }

        await using TestHost next = await TestHost.StartAsync([after], store, clock);
        Conversation again = await next.OpenAsync("ann", new OpenOptions { Connect = false });
        foreach (string input in inputs.Skip(restartAfter))
        {
            await next.SayAsync(again, input);
        }

        texts.AddRange(next.TextsOf(again));
        return (texts, [.. next.Events.OfType<ScriptLog>().Where(static log => log.IsWarning).Select(static log => log.Text)]);
    }
}
