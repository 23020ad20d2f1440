using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Calls of builtins that no binder has checked, for example from host code.</summary>
internal static class BuiltinCall
{
    /// <summary>Checks the counts and names of the arguments, converts them and runs the function; an error signal when they are wrong.</summary>
    public static Value Invoke(
        BuiltinFunction function, ReadOnlySpan<Value> positional, IReadOnlyList<KeyValuePair<string, Value>> keywords, FunctionContext context)
    {
        CallPlan? plan = CallPlan.Create(
            function, positional.Length, [.. keywords.Select(static keyword => keyword.Key)], out ImmutableArray<CallProblem> problems);
        if (plan is null)
        {
            return FunctionContext.Fail(problems[0].Message);
        }

        Value[] arguments = new Value[positional.Length + keywords.Count];
        positional.CopyTo(arguments);
        for (int i = 0; i < keywords.Count; i++)
        {
            arguments[positional.Length + i] = keywords[i].Value;
        }

        return plan.Invoke(arguments, context);
    }
}
