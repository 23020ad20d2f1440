using Bubblescript.Binding.Tree;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>repeat</c> in its three forms.</summary>
internal static class Loops
{
    public static Completion Start(Turn turn, RepeatStatement repeat, LoopState?[] loops)
    {
        if (repeat.Source is null)
        {
            loops[repeat.Loop] = new LoopState(default, 0, null);
            return Completion.Next;
        }

        Value source = repeat.Source.Evaluate(turn);
        if (source.IsSignal)
        {
            return turn.Fail(source);
        }

        if (repeat.Variable is not null)
        {
            source = TranslatableValue.Resolve(source, turn.Locale);
            loops[repeat.Loop] = new LoopState(source, 0, Iteration.TryGetCount(source, out long count) ? count : 0);
            return Completion.Next;
        }

        return StartCounted(turn, repeat, source, loops);
    }

    public static Completion Next(Turn turn, RepeatNextStatement next, LoopState?[] loops, ref int target)
    {
        RepeatStatement repeat = next.Repeat;
        LoopState? loop = loops[repeat.Loop];
        if (loop is null || loop.Next >= (loop.Count ?? long.MaxValue))
        {
            loops[repeat.Loop] = null;
            target = next.Exit.Position;
            return Completion.Next;
        }

        if (!turn.TryStep(next.Place))
        {
            return Completion.Failed;
        }

        long round = loop.Next;
        loop.Next++;
        return repeat.Variable is null || Assignment.TryAssign(turn, repeat.Variable, Iteration.ItemAt(loop.Items, round))
            ? Completion.Next
            : Completion.Failed;
    }

    private static Completion StartCounted(Turn turn, RepeatStatement repeat, Value source, LoopState?[] loops)
    {
        Value number = Operand.Of(source);
        if (PathStep.Index(number) is { Kind: PathStepKind.Position, Position: var count })
        {
            loops[repeat.Loop] = new LoopState(default, 0, Math.Max(0, count));
            return Completion.Next;
        }

        if (number.IsNil)
        {
            loops[repeat.Loop] = new LoopState(default, 0, 0);
            return Completion.Next;
        }

        return turn.Fail($"repeat needs a whole number of rounds, got {ValueDescription.Describe(source)}; to go through a list, write repeat x in list", repeat.Place);
    }
}
