using System.Runtime.CompilerServices;
using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Runs script functions: they cannot wait, so they run on the C# stack within limits.</summary>
internal static class FunctionRunner
{
    public static Value Call(Turn turn, BoundFunction function, Value[] locals, SourcePlace place)
    {
        if (turn.CallDepth + turn.TaskDepth >= turn.Limits.Calls || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return new RuntimeError($"calls are nested deeper than {turn.Limits.Calls}; a recursion may not end", place.Source, place.Span).ToValue();
        }

        if (!turn.TryStep(place))
        {
            return turn.Failure;
        }

        Value violation = CheckParameters(turn, function, locals, place);
        if (violation.IsSignal)
        {
            return violation;
        }

        Value[] callerLocals = turn.Locals;
        turn.SetLocals(locals);
        turn.CallDepth++;
        Value result = RunBody(turn, function.Body);
        turn.CallDepth--;
        turn.SetLocals(callerLocals);
        return result.IsSignal || function.ReturnSchema is null
            ? result
            : SchemaChecks.Check(turn, result, function.ReturnSchema, $"the result of {function.Name}", place);
    }

    private static Value CheckParameters(Turn turn, BoundFunction function, Value[] locals, SourcePlace place)
    {
        for (int i = 0; i < function.ParameterSchemas.Length; i++)
        {
            if (function.ParameterSchemas[i] is { } schema)
            {
                Value result = SchemaChecks.Check(turn, locals[i], schema, $"{function.Name}: argument {i + 1}", place);
                if (result.IsSignal)
                {
                    return result;
                }
            }
        }

        return default;
    }

    private static Value RunBody(Turn turn, BoundBody body)
    {
        LoopState?[] loops = body.LoopCount == 0 ? [] : new LoopState?[body.LoopCount];
        int position = 0;
        while (position < body.Code.Length)
        {
            BoundStatement statement = body.Code[position];
            if (statement is CommandStatement command)
            {
                if (command.Kind == CommandKind.Return)
                {
                    return command.Arguments.IsEmpty ? default : command.Arguments[0].Evaluate(turn);
                }

                if (Commands.ExecuteInFunction(turn, command) == Completion.Failed)
                {
                    return turn.Failure;
                }

                position++;
                continue;
            }

            if (SimpleStatements.Execute(turn, statement, loops, out int target) == Completion.Failed)
            {
                return turn.Failure;
            }

            position = target >= 0 ? target : position + 1;
        }

        return default;
    }
}
