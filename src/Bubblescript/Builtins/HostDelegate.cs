using System.Collections.Immutable;
using System.Reflection;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>A delegate of the host with what scripts have to know of it.</summary>
internal sealed class HostDelegate
{
    private readonly Delegate _function;
    private readonly ParameterInfo[] _parameters;
    private readonly MethodInvoker _invoker;

    public HostDelegate(string name, Delegate function)
    {
        _function = function;
        MethodInfo method = function.GetType().GetMethod("Invoke")!;
        _parameters = method.GetParameters();
        _invoker = MethodInvoker.Create(method);
        Parameters = [.. Describe(name, function.Method.GetParameters())];
        Type result = method.ReturnType;
        IsAsynchronous = result == typeof(Task) || result == typeof(ValueTask) || IsGeneric(result, typeof(Task<>)) || IsGeneric(result, typeof(ValueTask<>));
        Type inner = IsAsynchronous ? result.IsGenericType ? result.GetGenericArguments()[0] : typeof(void) : result;
        Result = HostValues.NameOf(inner)
            ?? throw new ArgumentException($"The result of '{name}' is of type {inner}, which has no counterpart in scripts.", nameof(function));
    }

    public ImmutableArray<FunctionParameter> Parameters { get; }

    public string Result { get; }

    public bool IsAsynchronous { get; }

    /// <summary>Calls the delegate with arguments that were converted to the types of its parameters.</summary>
    public object? Invoke(ReadOnlySpan<Value> arguments, CancellationToken cancellationToken)
    {
        object?[] values = new object?[_parameters.Length];
        int next = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _parameters[i].ParameterType == typeof(CancellationToken)
                ? cancellationToken
                : HostValues.FromValue(next < arguments.Length ? arguments[next++] : default, _parameters[i].ParameterType);
        }

        return _invoker.Invoke(_function, values.AsSpan());
    }

    /// <summary>The result of what an asynchronous delegate returned.</summary>
    public async Task<object?> AwaitAsync(object? result)
    {
        object? awaitable = result;
        if (result is ValueTask plain)
        {
            awaitable = plain.AsTask();
        }
        else if (result is not null && IsGeneric(result.GetType(), typeof(ValueTask<>)))
        {
            awaitable = result.GetType().GetMethod("AsTask")!.Invoke(result, parameters: null);
        }

        Task task = (Task)awaitable!;
        await task.ConfigureAwait(false);
        Type declared = _function.GetType().GetMethod("Invoke")!.ReturnType;
        return declared.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
    }

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static IEnumerable<FunctionParameter> Describe(string name, ParameterInfo[] parameters)
    {
        foreach (ParameterInfo parameter in parameters)
        {
            if (parameter.ParameterType == typeof(CancellationToken) || parameter.Position < 0)
            {
                continue;
            }

            ParameterType type = HostValues.TypeOf(parameter.ParameterType)
                ?? throw new ArgumentException($"The parameter '{parameter.Name}' of '{name}' is of type {parameter.ParameterType}, which has no counterpart in scripts.", nameof(parameters));
            bool isNullable = Nullable.GetUnderlyingType(parameter.ParameterType) is not null || IsNullableReference(parameter);
            yield return new FunctionParameter(
                parameter.Name ?? "value", type, parameter.HasDefaultValue, parameter.HasDefaultValue ? HostValues.ToValue(parameter.DefaultValue) : default)
            {
                KeepsNil = isNullable,
            };
        }
    }

    private static bool IsNullableReference(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
