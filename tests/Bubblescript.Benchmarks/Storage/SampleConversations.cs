using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Storage;

/// <summary>The conversations that the measurements of storage run.</summary>
internal static class SampleConversations
{
    /// <summary>Answers every message with one and asks again.</summary>
    public static Bot MakeAsking() => Bot.Parse(SampleScripts.Asking);

    /// <summary>Waits in the third frame - <c>__main__</c>, <c>main</c>, <c>confirm</c> - with twenty variables.</summary>
    public static Bot MakeWaiting() => Bot.Parse("""
        dialog main do
          name = "Ann Miller"
          email = "ann.miller@example.com"
          age = 42
          street = "12 Long Street"
          city = "Springfield"
          zip = "12345"
          is_member = true
          points = 1200
          balance = 17.5
          level = :gold
          visits = 7
          last_order = "A-1001"
          items = 3
          total = 59.9
          currency = "EUR"
          language = "en"
          wants_news = false
          channel = :web
          rating = 5
          note = "likes tea"
          invoke confirm
        end

        dialog confirm do
          ask "Is that right?"
          say "Fine."
        end
        """);

    /// <summary>Has an event pending in an hour.</summary>
    public static Bot MakeScheduling() => Bot.Parse("""
        @timeout :infinity

        dialog main do
          emit "tick", in: "1h"
        end

        task event: "tick" do
          ticks = ticks + 1
        end
        """);

    /// <summary>A conversation with the bot as it is after its opening, without a host.</summary>
    public static LoadedProcess Open(Workspace workspace)
    {
        TurnEnvironment environment = new()
        {
            Now = DateTimeOffset.UnixEpoch,
            User = MapValue.From(("id", "ann"), ("user_id", "ann")),
        };
        ProcessIdentity identity = new(ProcessKind.Conversation, "main:ann~main", workspace.Bots[0].Id, "ann", "main");
        ProcessState state = Interpreter.Run(workspace, ProcessState.Create(identity, 7), new OpenInput(MapValue.Empty), environment).State;
        return new LoadedProcess(state, version: 1);
    }
}
