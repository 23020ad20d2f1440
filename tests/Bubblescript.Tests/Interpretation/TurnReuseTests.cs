using System.Collections;
using System.Reflection;
using Bubblescript.Binding;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Tests.Interpretation;

/// <summary>A turn works for one process after the other; nothing of the one may show in the next.</summary>
public sealed class TurnReuseTests
{
    private const string Script = """
        dialog main do
          user.name = "Ann"
          remember user.name
          tag "seen"
          n = n + 1
          once do
            say "first"
          end
          emit "later", n, in: 60
          x = ask "Well?", timeout: 10
          say message.text
          answer = query :master, "q"
        end

        dialog trigger: "color (red|green)[=color]" do
          say "#{color}"
          oops = 1 / 0
        end

        dialog __error__ do
          say "#{error.message}"
        end

        task event: "ping" do
          reply event.payload
          event_count = event_count + 1
        end
        """;

    private static readonly TurnEnvironment Environment = new()
    {
        Now = new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero),
        User = MapValue.From(("id", "ann"), ("timezone", "Europe/Amsterdam")),
        RememberedUser = MapValue.From(("name", "Ann")),
        RememberedVariables = MapValue.From(("n", 3)),
        OpeningVariables = MapValue.From(("m", 4)),
    };

    private readonly Workspace _workspace = new([Bot.Parse(Script)]);

    [Fact]
    public void A_turn_that_has_ended_is_as_new()
    {
        Turn turn = new(_workspace);
        ProcessState state = ProcessState.Create(new ProcessIdentity(ProcessKind.Conversation, "c1", "main", "ann", "main"), randomSeed: 7);
        ProcessInput[] inputs =
        [
            new OpenInput(MapValue.From(("extra", 1))),
            new MessageInput("color red", "text", default, "keyboard", MapValue.Empty),
            new EventInput("ping", 5, "c2", EventOrigin.Process, new QueryReference("c2", "c7")),
            new MessageInput("fine", "text", default, "keyboard", MapValue.Empty),
        ];
        foreach (ProcessInput input in inputs)
        {
            turn.Begin(state, Environment);
            state = turn.Run(input).State;
            turn.End();
            RequireSame(turn, new Turn(_workspace));
        }

        state.PendingCall.Should().NotBeNull("the turns have come to the query and thereby through all that the script does");
    }

    [Fact]
    public void Nested_turns_of_a_thread_are_different_ones()
    {
        Turn outer = _workspace.Turns.Take();
        Turn inner = _workspace.Turns.Take();
        inner.Should().NotBeSameAs(outer);
        _workspace.Turns.GiveBack(outer);
        _workspace.Turns.Take().Should().BeSameAs(outer);
    }

    [Fact]
    public void A_state_that_was_given_does_not_change_when_the_turn_works_on_another()
    {
        ProcessState before = ProcessState.Create(new ProcessIdentity(ProcessKind.Conversation, "c1", "main", "ann", "main"), randomSeed: 7);
        ProcessState opened = Interpreter.Run(_workspace, before, new OpenInput(MapValue.Empty), Environment).State;
        ProcessState copy = opened with { };

        Interpreter.Run(_workspace, opened, new MessageInput("color red", "text", default, "keyboard", MapValue.Empty), Environment);

        before.Status.Should().Be(ProcessStatus.New);
        opened.Should().Be(copy);
        opened.Bots[0].Frames.Should().OnlyContain(static frame => frame.Owner == null && frame.Interruption == Interruption.None);
    }

    private static void RequireSame(object used, object fresh)
    {
        for (Type? type = used.GetType(); type != typeof(object); type = type.BaseType!)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                RequireSame($"{type.Name}.{field.Name}", field.GetValue(used), field.GetValue(fresh));
            }
        }
    }

    private static void RequireSame(string field, object? used, object? fresh)
    {
        switch (used)
        {
            case Turn or Workspace:
                break;
            case BotRun or UtteranceMatching:
                RequireSame(used, fresh!);
                break;
            case IList list:
                list.Count.Should().Be(0, "{0} is empty in a turn that has ended", field);
                break;
            case Bubblescript.Interpretation.SharedVariables shared:
                shared.AsSpan().Length.Should().Be(0, "{0} is empty in a turn that has ended", field);
                break;
            default:
                used.Should().Be(fresh, "{0} is as in a new turn", field);
                break;
        }
    }
}
