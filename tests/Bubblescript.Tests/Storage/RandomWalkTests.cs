using System.Globalization;
using System.Text;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;
using Bubblescript.Tests.Coordination;
using Bubblescript.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Storage;

/// <summary>Users who do anything at any moment: every state that they reach saves and loads to an equal state, which goes on in the same way.</summary>
public sealed class RandomWalkTests
{
    private const string First = """
        @timeout "5m"
        @yes intent(match: "yes | [number] times", label: "Yes")

        task __init__ do
          starts = starts + 1
        end

        task before: __user_message__ do
          heard = message
        end

        task before: __resolve__ do
          if message == "boom" do fatal "boom" end
        end

        task event: "tick" do
          ticks = ticks + [event.payload]
          if length(ticks) > 3 do ticks = [] end
        end

        dialog __main__ do
          user.timezone = "Europe/Amsterdam"
          repeat _round in 1..3 do
            prompt ["First #{_round}", "Later #{_round}"]
            once do
              say "once"
              ask "Once?", expecting: [@yes, :location, "no"], timeout: "2m"
            after
              random do
                say "one"
                say "two"
              end
            end
          end

          dialog label: "Next" do
            continue
          end

          dialog inner, trigger: "inner" do
            _kept = [1.5, :atom, message, location]
            who = ask "Inner?", expecting: ["no", "a #<name>"], timeout: 90, timeout_dialog: late
            say "#{_kept} #{who} #{name}"

            dialog __unknown__ when heard != "no" do
              ask "Inner unknown?"
            end

            dialog late do
              ask "Late?", timeout: 30
            end
          end
        end

        dialog trigger: "wait" do
          await event("tick")
          say "ticked #{event.payload}"
        end

        dialog trigger: "later" do
          emit "tick", [at: 1], in: "1m"
          emit "tick", [at: 2], in: "20m"
          id = schedule_id
        end

        dialog trigger: "never" do
          unschedule(id)
          tag "never"
        end

        dialog trigger: "other" do
          switch_bot "second", with: [a: 1]
          say "back #{request.data}"
        end

        dialog trigger: "deep" do
          invoke deeper
          goto deeper
        end

        dialog deeper do
          answers = answers + [number_of(answers)]
          ask "Deeper #{length(answers)}?", expecting: "no | yes"
        end

        function number_of(_list) do
          return length(_list)
        end

        dialog trigger: "reset", do: reset
        dialog trigger: "halt", do: halt
        dialog trigger: "close", do: close
        dialog trigger: "fail", do: fatal "failed"

        dialog event: "tick" when ticks == [] do
          ask "Tick?"
        end

        dialog __unknown_event__ do
          say "unknown event"
        end

        dialog __unknown_location__ do
          say "here: #{location}"
        end

        dialog __unknown__ when starts > 1 do
          say "unknown"
        end

        dialog __returning__ when heard != "halt" do
          ask "Returning?", timeout: 60
        end

        dialog __resume__ do
          if starts == 3 do
            ask "Who is it?"
          end
        end

        dialog __timeout__ do
          ask "Still there?"
        end

        dialog __root__ do
          ask "Root?", expecting: ["no"]
        end
        """;

    private const string Second = """
        task __init__ do
          inits = inits + 1
        end

        dialog main do
          x = ask "Second?", expecting: ["no"], timeout: "3m"
          say "#{x} #{inits}"
        end

        dialog trigger: "yes" do
          return_bot with: [b: 2]
        end

        dialog trigger: "other" do
          switch_bot "first", dialog: deeper
        end
        """;

    private static readonly string[] Texts =
        ["no", "yes", "2 times", "Next", "inner", "a name", "wait", "later", "never", "other", "deep", "reset", "halt", "close", "fail", "boom", " ", "hm"];

    [Fact]
    public void Every_state_comes_back_equal_and_goes_on_in_the_same_way()
    {
        Workspace workspace = new([TestHost.MakeBot(First, id: "first"), TestHost.MakeBot(Second, id: "second")]);
        Gen<(int Kind, int Number)> step =
            from kind in Gen.Choose(0, 11)
            from number in Gen.Choose(0, 1000)
            select (kind, number);
        Prop.ForAll(step.ArrayOf(60).ToArbitrary(), steps => Walk(workspace, steps)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void Walk(Workspace workspace, (int Kind, int Number)[] steps)
    {
        ProcessStateSerializer serializer = new(workspace);
        ProcessState state = ProcessState.Create(new ProcessIdentity(ProcessKind.Conversation, "first:ann~main", "first", "ann", "main"), randomSeed: 7);
        DateTimeOffset now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
        MapValue user = MapValue.From(("id", "ann"));
        foreach ((int kind, int number) in steps)
        {
            if (MakeInput(state, kind, number, ref now) is not { } input)
            {
                continue;
            }

            TurnEnvironment environment = new() { Now = now, User = user };
            TurnResult result = Interpreter.Run(workspace, state, input, environment);
            LoadReport report = new();
            byte[] saved = serializer.Write(new LoadedProcess(state, 1)).ToArray();
            TurnResult again = Interpreter.Run(workspace, serializer.Read(state.Identity.Address, saved, report).State, input, environment);

            report.Warnings.Should().BeEmpty();
            Text(serializer, again.State).Should().Be(Text(serializer, result.State));
            again.Effects.Select(static effect => effect.GetType()).Should().Equal(result.Effects.Select(static effect => effect.GetType()));
            state = result.State;
            user = result.User ?? user;
        }
    }

    private static ProcessInput? MakeInput(ProcessState state, int kind, int number, ref DateTimeOffset now)
    {
        switch (kind)
        {
            case 0:
                return new ConnectInput(default);
            case 1:
                return new LocationInput(number / 10.0, 5);
            case 2:
                return new AttachmentInput("image", "https://example.com/a.png", Caption: null, MapValue.Empty);
            case 3 or 4:
                return new EventInput(number % 3 == 0 ? "odd" : "tick", number, "first:bob~main", number % 2 == 0 ? EventOrigin.Client : EventOrigin.Process);
            case 5 or 6 when !state.Timers.IsEmpty:
                ProcessTimer due = state.Timers.MinBy(static timer => timer.Due)!;
                now = due.Due > now ? due.Due : now;
                return new TimerInput(due.Id);
            case 5 or 6:
                return null;
            default:
                return new MessageInput(Texts[number % Texts.Length], "text", default, "keyboard", MapValue.Empty) { Id = number.ToString(CultureInfo.InvariantCulture) };
        }
    }

    private static string Text(ProcessStateSerializer serializer, ProcessState state) =>
        Encoding.UTF8.GetString(serializer.Write(new LoadedProcess(state, 1)).Span);
}
