using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Writing variables and paths (queries and paths, section 6).</summary>
internal static class Assignment
{
    /// <summary>Assigns a value; false when a step fails, with the reason in <see cref="Turn.Failure"/>.</summary>
    public static bool TryAssign(Turn turn, AssignmentTarget target, Value value)
    {
        if (target.Steps.IsEmpty)
        {
            Write(turn, target, value);
            return true;
        }

        PathStep[]? steps = EvaluateSteps(turn, target);
        if (steps is null)
        {
            return false;
        }

        Value root = PathWriter.Set(Read(turn, target), steps, value, turn.Locale, turn.Limits);
        if (root.IsSignal)
        {
            turn.Fail(Located(root, target));
            return false;
        }

        Write(turn, target, root);
        return true;
    }

    /// <summary>Removes a variable or a part of one; false when a step fails.</summary>
    public static bool TryRemove(Turn turn, AssignmentTarget target)
    {
        if (target.Steps.IsEmpty)
        {
            Write(turn, target, default);
            return true;
        }

        PathStep[]? steps = EvaluateSteps(turn, target);
        if (steps is null)
        {
            return false;
        }

        Value root = PathRemover.Remove(Read(turn, target), steps, turn.Locale, turn.Limits);
        if (root.IsSignal)
        {
            turn.Fail(Located(root, target));
            return false;
        }

        Write(turn, target, root);
        return true;
    }

    public static Value Read(Turn turn, AssignmentTarget target) => target.Scope switch
    {
        VariableScope.Process => turn.Variables[target.Slot],
        VariableScope.Local => turn.Locals[target.Slot],
        _ => turn.ReadPredefined((PredefinedVariable)target.Slot),
    };

    private static void Write(Turn turn, AssignmentTarget target, Value value)
    {
        switch (target.Scope)
        {
            case VariableScope.Process:
                turn.Variables[target.Slot] = value;
                break;
            case VariableScope.Local:
                turn.Locals[target.Slot] = value;
                break;
            default:
                turn.WritePredefined((PredefinedVariable)target.Slot, value);
                break;
        }
    }

    /// <summary>The steps of a path with their values; null when one fails.</summary>
    public static PathStep[]? EvaluateSteps(Turn turn, AssignmentTarget target)
    {
        PathStep[] steps = new PathStep[target.Steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            PathStepNode node = target.Steps[i];
            if (node.Key is not null)
            {
                steps[i] = PathStep.Field(node.Key);
                continue;
            }

            Value operand = node.Operand!.Evaluate(turn);
            if (operand.IsSignal)
            {
                turn.Fail(operand);
                return null;
            }

            steps[i] = PathStep.Index(operand);
        }

        return steps;
    }

    private static Value Located(Value signal, AssignmentTarget target) =>
        signal.AsError() is { } error ? error.At(target.Place.Source, target.Place.Span).ToValue() : signal;
}
