using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Coordination;

/// <summary>Random programs of emits, queries, timers, crashes and restarts, in every interleaving that a seed makes.</summary>
public sealed class ProcessModelTests
{
    private const int Processes = 4;

    private enum ActionKind
    {
        Start,
        Run,
        Advance,
        Sleep,
        Restart,
        Crash,
    }

    [Fact]
    public void Events_keep_their_order_and_none_is_lost_in_memory() => Check(
        isDurable: false, hasSchedules: false, [ActionKind.Start, ActionKind.Start, ActionKind.Run, ActionKind.Advance, ActionKind.Sleep]);

    [Fact]
    public void Restarts_lose_and_repeat_nothing() => Check(
        isDurable: false, hasSchedules: true, [ActionKind.Start, ActionKind.Run, ActionKind.Advance, ActionKind.Sleep, ActionKind.Restart]);

    [Fact]
    public void Events_keep_their_order_across_restarts() => Check(
        isDurable: true, hasSchedules: false, [ActionKind.Start, ActionKind.Run, ActionKind.Advance, ActionKind.Restart]);

    [Fact]
    public void Crashes_lose_and_repeat_nothing_that_was_acknowledged() => Check(
        isDurable: true, hasSchedules: true, [ActionKind.Start, ActionKind.Start, ActionKind.Run, ActionKind.Advance, ActionKind.Crash]);

    [Fact]
    public void Events_keep_their_order_across_crashes() => Check(
        isDurable: true, hasSchedules: false, [ActionKind.Start, ActionKind.Start, ActionKind.Run, ActionKind.Crash]);

    private static void Check(bool isDurable, bool hasSchedules, ActionKind[] kinds)
    {
        string[] steps = hasSchedules ? ["emit", "query", "late"] : ["emit", "emit", "query"];
        Gen<(string Kind, int To)> step =
            from kind in Gen.Elements(steps)
            from to in Gen.Choose(0, Processes)
            select (kind, to);
        Gen<(ActionKind Kind, int Number, (string Kind, int To)[] Steps)> action =
            from kind in Gen.Elements(kinds)
            from number in Gen.Choose(0, 20)
            from program in step.ArrayOf()
            select (kind, number, program);
        Gen<(int Seed, (ActionKind Kind, int Number, (string Kind, int To)[] Steps)[] Actions)> run =
            from seed in Gen.Choose(0, 1_000_000)
            from actions in action.ArrayOf()
            select (seed, actions);

        Prop.ForAll(run.ToArbitrary(), input =>
        {
            ProcessModel model = new(Processes, input.Seed, isDurable);
            foreach ((ActionKind kind, int number, (string Kind, int To)[] program) in input.Actions)
            {
                Apply(model, kind, number, program);
            }

            model.Finish();
            model.CheckOrder(hasSchedules);
            return model.Violations.Count == 0 ? true.Label("") : false.Label(string.Join('\n', model.Violations));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(40));
    }

    private static void Apply(ProcessModel model, ActionKind kind, int number, (string Kind, int To)[] program)
    {
        switch (kind)
        {
            case ActionKind.Start:
                model.Start(number, program);
                break;
            case ActionKind.Run:
                model.Run(number);
                break;
            case ActionKind.Advance:
                model.Advance(number % 3);
                break;
            case ActionKind.Sleep:
                // Longer than processes without input stay in memory.
                model.Advance(700 + number);
                break;
            case ActionKind.Restart:
                model.Restart();
                break;
            default:
                model.Crash();
                break;
        }
    }
}
