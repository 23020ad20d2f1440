using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Tests.Coordination;

namespace Bubblescript.Tests.Storage;

/// <summary>A state worth keeping for ever: how it comes about, and how it has to go on.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Address">The process.</param>
/// <param name="Bots">The scripts.</param>
/// <param name="PrepareAsync">Makes the state.</param>
/// <param name="ContinueAsync">Goes on with the loaded state and gives what the process says or has become.</param>
/// <param name="Expected">What it gives.</param>
internal sealed record GoldenScenario(
    string Name,
    string Address,
    ImmutableArray<Bot> Bots,
    Func<TestHost, Task> PrepareAsync,
    Func<TestHost, Task<string>> ContinueAsync,
    string Expected)
{
    private const string Conversation = "main:ann~main";

    public static ImmutableArray<GoldenScenario> All { get; } =
    [
        new(
            "nested-loops",
            Conversation,
            [
                TestHost.MakeBot("""
                    dialog main do
                      repeat _outer in ["a", "b"] do
                        _seen = _outer
                        repeat _inner in 1..3 do
                          random do
                            _seen = "#{_seen}#{_inner}"
                          end
                          if _inner > 1 do
                            ask "#{_seen}?", expecting: ["yes", "no"], timeout: "1h"
                            once do
                              say "first"
                              say "second"
                              after
                              say "later"
                            end
                          end
                        end
                      end
                      say "done"
                    end
                    """),
            ],
            static async host => await SayAllAsync(host, await host.OpenAsync("ann"), "yes"),
            static host => TellAsync(host, "no", "yes", "no"),
            "second|b12?|later|b123?|later|done"),
        new(
            "query-pending",
            Conversation,
            [
                TestHost.MakeBot("""
                    dialog main do
                      before = "kept"
                      _answer = query conversation.addr, "anything", [1, 2]
                      say "#{before} #{_answer}"
                      ask "And now?"
                    end
                    """),
            ],
            static async host => await host.OpenAsync("ann"),
            static async host =>
            {
                await host.AdvanceAsync(TimeSpan.FromSeconds(2));
                return string.Join('|', host.TextsOf(Conversation));
            },
            "kept timeout|And now?"),
        new(
            "bot-stack",
            Conversation,
            [
                TestHost.MakeBot("""
                    dialog main do
                      count = 1
                      switch_bot "two", dialog: start, with: %{from: "one"}
                      say "back with #{count}"
                      ask "More?"
                    end
                    """),
                TestHost.MakeBot(
                    """
                    dialog start do
                      origin = request.data.from
                      ask "Which way?"
                      say "#{origin} #{answer}"
                      return_bot
                    end
                    """,
                    id: "two"),
            ],
            static async host => await host.OpenAsync("ann"),
            static host => TellAsync(host, "left"),
            "one left|back with 1|More?"),
        new(
            "master",
            "main:master",
            [
                TestHost.MakeBot(
                    "dialog main do end",
                    master: """
                    dialog main do
                      runs = 1
                    end

                    task event: "count" do
                      counted = counted + 1
                      emit "later", in: "1h"
                    end

                    task event: "later" do
                      late = late + 1
                    end

                    task event: "tell" do
                      reply "#{runs} #{counted} #{late}"
                    end
                    """),
            ],
            static async host =>
            {
                await host.Host.SendEventAsync(":master", "count");
                await host.Host.SendEventAsync(":master", "count");
                await host.Host.WhenIdleAsync();
            },
            static async host =>
            {
                await host.AdvanceAsync(TimeSpan.FromHours(2));
                return (await host.Host.QueryAsync(":master", "tell")).ToString();
            },
            "1 2 2"),
        new(
            "group",
            "~team",
            [
                TestHost.MakeBot(
                    """
                    dialog main do
                      spawn_group "team", [goal: 3]
                    end
                    """,
                    group: """
                    task event: "join" do
                      members = members + [event.payload]
                    end

                    task event: "tell" do
                      reply "#{group} #{goal} #{members}"
                    end
                    """),
            ],
            static async host =>
            {
                await host.OpenAsync("ann");
                await host.Host.SendEventAsync("~team", "join", "ann");
                await host.Host.WhenIdleAsync();
            },
            static async host => (await host.Host.QueryAsync("~team", "tell")).ToString(),
            "~team 3 ann"),
        new(
            "timers",
            Conversation,
            [
                TestHost.MakeBot("""
                    @timeout "3h"

                    dialog main do
                      emit "second", [n: 2], in: "20m"
                      emit "first", [n: 1], in: "10m"
                      ask "Well?", timeout: "30m", timeout_dialog: late
                      say "gone on"
                      ask "Still there?"
                    end

                    dialog late do
                      say "too late"
                    end

                    dialog event: "first" do
                      say "first #{event.payload.n}"
                    end

                    dialog event: "second" do
                      say "second #{event.payload.n}"
                    end

                    dialog __timeout__ do
                      say "bye"
                    end
                    """),
            ],
            static async host => await host.OpenAsync("ann"),
            static async host =>
            {
                await host.AdvanceAsync(TimeSpan.FromHours(4));
                return string.Join('|', host.TextsOf(Conversation));
            },
            "first 1|Well?|second 2|Well?|too late|gone on|Still there?|bye"),
        new(
            "values",
            Conversation,
            [
                TestHost.MakeBot("""
                    dialog main do
                      whole = 9007199254740993
                      real = 1.0
                      tiny = 0.1
                      word = :atom
                      span = 1..5
                      nothing = nil
                      truth = true
                      text = "quotes \" and \\ and ünïcödé 🎉"
                      nested = [1, [2.5, [:deep, %{a: [], b: %{c: nil}}]], "end"]
                      ask "Say something"
                      heard = message
                      ask "Well?"
                      say "#{whole} #{real} #{tiny} #{word} #{span} #{is_nil(nothing)} #{truth} #{text} #{nested} #{heard.text}"
                    end
                    """),
            ],
            static async host => await SayAllAsync(host, await host.OpenAsync("ann"), "meet me at 5 tomorrow"),
            static host => TellAsync(host, "go"),
            """9007199254740993 1.0 0.1 atom 1..5 true true quotes " and \ and ünïcödé 🎉 1, 2.5, deep, {"a":[],"b":{}}, end meet me at 5 tomorrow"""),
        new(
            "interrupted",
            Conversation,
            [
                TestHost.MakeBot("""
                    dialog main do
                      name = ask "Your name?", expecting: ["Ann", "Bob"]
                      await "go"
                      say "went, #{name}"
                    end

                    dialog trigger: "help" do
                      ask "With what?"
                      say "I see: #{answer}"
                    end
                    """),
            ],
            static async host => await SayAllAsync(host, await host.OpenAsync("ann"), "help"),
            static async host =>
            {
                await TellAsync(host, "it", "Ann");
                await host.EmitAsync(await host.OpenAsync("ann", new OpenOptions { Connect = false }), "go");
                return string.Join('|', host.TextsOf(Conversation));
            },
            "I see: it|Your name?|went, Ann"),
    ];

    private static async Task SayAllAsync(TestHost host, Conversation chat, params IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            await host.SayAsync(chat, text);
        }
    }

    private static async Task<string> TellAsync(TestHost host, params IEnumerable<string> texts)
    {
        await SayAllAsync(host, await host.OpenAsync("ann", new OpenOptions { Connect = false }), texts);
        return string.Join('|', host.TextsOf(Conversation));
    }
}
