using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// How the arguments of one call become those of a builtin: made once, when the call is bound; used by any number of calls and threads.
/// </summary>
internal sealed class CallPlan
{
    private readonly ArgumentSource[] _sources;
    private readonly int[] _rest;

    private readonly int _optionMap;

    private CallPlan(BuiltinFunction function, ArgumentSource[] sources, int[] rest, int optionMap)
    {
        Function = function;
        _optionMap = optionMap;
        _sources = sources;
        _rest = rest;
    }

    public BuiltinFunction Function { get; }

    /// <summary>
    /// Plans a call with so many positional arguments, followed by keyword arguments with these names. Gives null, and the problems, when the call is wrong.
    /// </summary>
    public static CallPlan? Create(
        BuiltinFunction function, int positionalCount, IReadOnlyList<string> keywordNames, out ImmutableArray<CallProblem> problems)
    {
        CallPlanner planner = new(function, positionalCount, keywordNames);
        bool isPlanned = planner.TryPlan(out ArgumentSource[] sources, out int[] rest);
        problems = planner.Problems;
        return isPlanned ? new CallPlan(function, sources, rest, planner.OptionMap) : null;
    }

    /// <summary>Converts the arguments, which are in source order, fills in the defaults and runs the function.</summary>
    public Value Invoke(ReadOnlySpan<Value> given, FunctionContext context)
    {
        if (_optionMap >= 0)
        {
            Value options = Operand.Of(given[_optionMap]);
            if (options.AsMap() is { } map)
            {
                return InvokeWithOptions(given, map, context);
            }

            if (_optionMap == Function.OptionsStart && !options.IsNil && !options.IsSignal)
            {
                return FunctionContext.Fail($"{Function.FullName}: argument {_optionMap + 1} must be map, got {ValueDescription.Describe(given[_optionMap])}");
            }
        }

        int count = _sources.Length + _rest.Length;
        ArgumentBuffer buffer = default;
        Span<Value> arguments = count <= ArgumentBuffer.Size ? ((Span<Value>)buffer)[..count] : new Value[count];
        for (int i = 0; i < _sources.Length; i++)
        {
            Value argument = Take(i, given, context);
            if (argument.IsSignal)
            {
                return argument;
            }

            arguments[i] = argument;
        }

        for (int i = 0; i < _rest.Length; i++)
        {
            int position = _sources.Length + i;
            FunctionParameter last = Function.Parameters[^1];
            Value argument = ArgumentConversion.Convert(Function, last, position, given[_rest[i]], context);
            if (argument.IsSignal)
            {
                return argument;
            }

            arguments[position] = argument;
        }

        Value result = Function.Implementation(arguments, context);
        return result.AsError() is { } error ? ArgumentConversion.Named(Function, error) : result;
    }

    /// <summary>The call with the entries of a map as its options.</summary>
    private Value InvokeWithOptions(ReadOnlySpan<Value> given, MapValue options, FunctionContext context)
    {
        CallPlan? plan = Create(Function, _optionMap, [.. options.Keys], out ImmutableArray<CallProblem> problems);
        return plan is null
            ? FunctionContext.Fail(problems[0].Message)
            : plan.Invoke([.. given[.._optionMap], .. options.Values], context);
    }

    private Value Take(int index, ReadOnlySpan<Value> given, FunctionContext context)
    {
        FunctionParameter parameter = Function.Parameters[index];
        ArgumentSource source = _sources[index];
        Value value = source.Index < 0 ? parameter.Default : given[source.Index];
        if (source.Collected is not { } collected)
        {
            return ArgumentConversion.Convert(Function, parameter, index, value, context);
        }

        KeyValuePair<string, Value>[] entries = new KeyValuePair<string, Value>[collected.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            Value entry = given[collected[i].Value];
            if (entry.IsSignal)
            {
                return entry;
            }

            entries[i] = KeyValuePair.Create(collected[i].Key, entry);
        }

        MapValue options = MapValue.From(entries);
        return value.IsNil ? options : value.AsMap() is { } map ? map.Merge(options) : ArgumentConversion.Fail(Function, parameter, index, value);
    }
}
