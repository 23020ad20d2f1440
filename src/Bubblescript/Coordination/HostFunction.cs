using System.Collections.Immutable;
using System.Reflection;
using Bubblescript.Builtins;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A delegate of the host that scripts call like a builtin.</summary>
internal sealed class HostFunction(string name, Delegate function, ImmutableArray<ParameterInfo> parameters, bool takesToken)
{
    private readonly MethodInfo? _asTask = FindAsTask(function.Method.ReturnType);

    public string Name { get; } = name;

    /// <summary>Whether the delegate gives a task, so that scripts wait for it between two turns.</summary>
    public bool IsAsynchronous => typeof(Task).IsAssignableFrom(function.Method.ReturnType) || _asTask is not null;

    public BuiltinFunction ToBuiltin() => new(
        Name,
        [.. parameters.Select(static parameter => new FunctionParameter(
            parameter.Name!,
            HostFunctions.TypeOf(parameter.ParameterType)!.Value,
            parameter.HasDefaultValue,
            parameter.HasDefaultValue ? HostFunctions.ToValue(parameter.DefaultValue) : default))],
        "any",
        "A function of the host.",
        IsAsynchronous ? Request : Call)
    {
        Topic = "Host",
        Purity = FunctionPurity.Acting,
        Suspends = IsAsynchronous,
    };

    /// <summary>Calls an asynchronous delegate and waits for its result.</summary>
    public async ValueTask<Value> InvokeAsync(ListValue arguments, CancellationToken cancellationToken)
    {
        object? pending = Invoke(arguments.AsSpan(), cancellationToken);
        Task task = pending as Task ?? (Task)_asTask!.Invoke(pending, null)!;
        await task.ConfigureAwait(false);
        Type type = task.GetType();
        PropertyInfo? result = function.Method.ReturnType.IsGenericType ? type.GetProperty(nameof(Task<int>.Result)) : null;
        return HostFunctions.ToValue(result?.GetValue(task));
    }

    private static MethodInfo? FindAsTask(Type type) =>
        type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetMethod(nameof(ValueTask.AsTask))
            : null;

    private Value Request(ReadOnlySpan<Value> arguments, FunctionContext context) => context.Await(new ExternalRequest(
        HostFunctions.CallKind, Value.MapOf(("name", Name), ("arguments", ListValue.From(arguments)))));

    private Value Call(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        try
        {
            return HostFunctions.ToValue(Invoke(arguments, CancellationToken.None));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A fault of the host's function is a runtime error of the script that called it.
            return FunctionContext.Fail($"{Name}: {exception.Message}");
        }
    }

    private object? Invoke(ReadOnlySpan<Value> arguments, CancellationToken cancellationToken)
    {
        object?[] values = new object?[parameters.Length + (takesToken ? 1 : 0)];
        for (int i = 0; i < parameters.Length; i++)
        {
            values[i] = HostFunctions.ToClr(i < arguments.Length ? arguments[i] : default, parameters[i].ParameterType);
        }

        if (takesToken)
        {
            values[^1] = cancellationToken;
        }

        try
        {
            return function.DynamicInvoke(values);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            // The host's exception is what its author wants to read, not the wrapper of the reflection.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
