using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Statements that neither wait nor touch the stack: the same in dialogs, tasks and functions.</summary>
internal static class SimpleStatements
{
    /// <summary>Executes a statement; <paramref name="target"/> is the position to go on at, or -1 for the next one.</summary>
    public static Completion Execute(Turn turn, BoundStatement statement, LoopState?[] loops, out int target)
    {
        target = -1;
        switch (statement)
        {
            case AssignStatement assign:
                return Assign(turn, assign);
            case EvaluateStatement evaluate:
                Value ignored = evaluate.Expression.Evaluate(turn);
                return ignored.IsSignal ? turn.Fail(ignored) : Completion.Next;
            case ConditionalJumpStatement jump:
                return Branch(turn, jump, ref target);
            case CaseJumpStatement jump:
                return Branch(turn, jump, ref target);
            case JumpStatement jump:
                target = jump.Target.Position;
                return Completion.Next;
            case RepeatNextStatement next:
                return Loops.Next(turn, next, loops, ref target);
            case RepeatStatement repeat:
                return Loops.Start(turn, repeat, loops);
            case BreakStatement leave:
                loops[leave.Loop] = null;
                target = leave.Exit.Position;
                return Completion.Next;
            case RandomStatement random:
                target = random.Alternatives.IsEmpty ? -1 : random.Alternatives[(int)turn.NextRandom(random.Alternatives.Length)].Position;
                return Completion.Next;
            case OnceStatement once:
                target = NextAlternative(turn, once).Position;
                return Completion.Next;
            default:
                throw new InvalidOperationException($"Statements of type {statement.GetType().Name} are not known.");
        }
    }

    private static Completion Assign(Turn turn, AssignStatement assign)
    {
        Value value = assign.Value.Evaluate(turn);
        if (value.IsSignal)
        {
            return turn.Fail(value);
        }

        AssignmentTarget target = assign.Target;
        if (target.Steps.IsEmpty && target.Scope == VariableScope.Process)
        {
            turn.Variables[target.Slot] = value;
            return Completion.Next;
        }

        return Assignment.TryAssign(turn, target, value) ? Completion.Next : Completion.Failed;
    }

    private static Completion Branch(Turn turn, ConditionalJumpStatement jump, ref int target)
    {
        Value condition = jump.Condition.Evaluate(turn);
        if (condition.IsSignal)
        {
            return turn.Fail(condition);
        }

        if (condition.IsTruthy == jump.JumpWhen)
        {
            target = jump.Target.Position;
        }

        return Completion.Next;
    }

    private static Completion Branch(Turn turn, CaseJumpStatement jump, ref int target)
    {
        if (jump.Test is LiteralNode { Value: var literal } && literal.AsBoolean() == true)
        {
            return Completion.Next;
        }

        Value test = jump.Test.Evaluate(turn);
        if (test.IsSignal)
        {
            return turn.Fail(test);
        }

        if (!ValueEquality.AreEqual(turn.Locals[jump.SubjectSlot], test, turn.Matcher, turn.Locale))
        {
            target = jump.Target.Position;
        }

        return Completion.Next;
    }

    private static CodeLabel NextAlternative(Turn turn, OnceStatement once)
    {
        BotRun bot = turn.Current;
        int used = bot.OnceCounters.GetValueOrDefault(once.Counter);
        if (used >= once.Alternatives.Length)
        {
            return once.After;
        }

        bot.OnceCounters = bot.OnceCounters.SetItem(once.Counter, used + 1);
        return once.Alternatives[used];
    }
}
