using System.Globalization;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.KillTarget;

/// <summary>
/// Some conversations in a ring and what their users say. What a conversation says depends on its own inputs alone; what it hears from its neighbour and
/// its timers it counts, so that every undisturbed run ends alike.
/// </summary>
/// <param name="Conversations">How many.</param>
/// <param name="Inputs">How many inputs each of them gets.</param>
/// <param name="Seed">Makes the inputs, and what is random in the conversations.</param>
internal sealed record KillScenario(int Conversations, int Inputs, int Seed)
{
    private const string Script = """
        @timeout :infinity

        dialog main do
          repeat do
            ask "Number #{n + 1}?"
            n = n + 1
            invoke work
          end
        end

        dialog work do
          _said = answer
          random do
            say "#{n}: heads, #{_said}"
            say "#{n}: tails, #{_said}"
          end
          emit "passed", n, to: neighbour
          if rem(n, 3) == 0 do
            emit "tick", in: "40ms"
            scheduled = scheduled + 1
          end
          once do
            say "for the first time"
            say "for the second time"
          end
          if rem(n, 5) == 0 do
            repeat _i in 1..2 do
              ask "Really, #{_i}?"
              n = n + 1
              say "#{n}: #{_said} and #{answer}"
              emit "passed", n, to: neighbour
            end
          end
        end

        task event: "passed" do
          received = received + [event.payload]
        end

        task event: "tick" do
          ticks = ticks + 1
        end
        """;

    public BotHost MakeHost(IConversationStore store) => new BotHostBuilder()
        .AddBot(Bot.Parse(Script))
        .UseStore(() => store)
        .UseRandomSeed(Seed)
        .UseOptions(new BotHostOptions { MessageBuffer = 4, PassivateAfter = TimeSpan.FromMilliseconds(200) })
        .Build();

    /// <summary>The handles of all conversations, in order.</summary>
    /// <param name="host">A running host.</param>
    /// <param name="opens">Which conversations are opened, too.</param>
    public async Task<Conversation[]> OpenAsync(BotHost host, Func<int, bool> opens)
    {
        Conversation[] chats = new Conversation[Conversations];
        for (int i = 0; i < Conversations; i++)
        {
            chats[i] = await host.OpenAsync(NameOf(i), new OpenOptions { Connect = false });
        }

        await Parallel.ForAsync(0, Conversations, async (i, cancellation) =>
        {
            if (opens(i))
            {
                MapValue context = MapValue.From(("neighbour", chats[(i + 1) % Conversations].Address));
                await host.OpenAsync(NameOf(i), new OpenOptions { Context = context }, cancellation);
            }
        });
        return chats;
    }

    /// <summary>What a user says.</summary>
    public UserAction InputOf(int conversation, int number)
    {
        int word = unchecked((((Seed * 31) + conversation) * 31) + number) & 0xFFFF;
        return new UserTextAction(string.Create(CultureInfo.InvariantCulture, $"word {word}"))
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{conversation}-{number}"),
        };
    }

    /// <summary>What a conversation has said, heard and counted, as text.</summary>
    public static async Task<ConversationRecord> ReadAsync(Conversation chat)
    {
        List<StoredMessage> page = [.. await chat.ReadHistoryAsync(before: null, count: 100_000)];
        page.Reverse();
        return new ConversationRecord(
            [.. page.Select(static stored => ConversationRecord.LineOf(stored.Message))],
            (await chat.EvaluateAsync("[n, received, ticks, scheduled]")).ToString());
    }

    /// <summary>Waits until nothing is under way and all timers have fired.</summary>
    public static async Task SettleAsync(BotHost host, IReadOnlyList<Conversation> chats)
    {
        foreach (Conversation chat in chats)
        {
            while (!(await chat.EvaluateAsync("ticks == scheduled")).IsTruthy)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }

        await host.WhenIdleAsync();
    }

    private static string NameOf(int conversation) => string.Create(CultureInfo.InvariantCulture, $"user{conversation}");
}
