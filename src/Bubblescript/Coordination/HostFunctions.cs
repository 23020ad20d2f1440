using System.Globalization;
using System.Reflection;
using Bubblescript.Builtins;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>
/// Makes builtins of a host's delegates. Parameters and results may be <see cref="Value"/>, text, numbers, booleans, lists or maps. A delegate that
/// gives a task is called when the turn has been committed, and the script waits for it; any other one is called within the turn.
/// </summary>
internal static class HostFunctions
{
    public const string CallKind = "function";

    public static HostFunction Create(string name, Delegate function)
    {
        ParameterInfo[] parameters = function.Method.GetParameters();
        bool takesToken = parameters.Length > 0 && parameters[^1].ParameterType == typeof(CancellationToken);
        ParameterInfo[] scriptParameters = takesToken ? parameters[..^1] : parameters;
        foreach (ParameterInfo parameter in scriptParameters)
        {
            if (TypeOf(parameter.ParameterType) is null)
            {
                throw new ArgumentException(
                    $"The parameter '{parameter.Name}' of the function '{name}' has the type {parameter.ParameterType.Name}, which scripts cannot give. " +
                    "Use Value, string, long, int, double, bool, ListValue or MapValue.",
                    nameof(function));
            }
        }

        return new HostFunction(name, function, [.. scriptParameters], takesToken);
    }

    /// <summary>The type of a parameter as scripts see it; null when they cannot give such values.</summary>
    public static ParameterType? TypeOf(Type type) => type switch
    {
        _ when type == typeof(Value) => ParameterType.Any,
        _ when type == typeof(string) => ParameterType.Text,
        _ when type == typeof(long) || type == typeof(int) => ParameterType.Integer,
        _ when type == typeof(double) => ParameterType.Number,
        _ when type == typeof(bool) => ParameterType.Boolean,
        _ when type == typeof(ListValue) => ParameterType.List,
        _ when type == typeof(MapValue) => ParameterType.Map,
        _ => null,
    };

    public static object? ToClr(Value value, Type type) => type switch
    {
        _ when type == typeof(Value) => value,
        _ when type == typeof(string) => value.ToString(),
        _ when type == typeof(long) => value.AsInteger() ?? (long)(value.AsDouble() ?? 0),
        _ when type == typeof(int) => checked((int)(value.AsInteger() ?? (long)(value.AsDouble() ?? 0))),
        _ when type == typeof(double) => value.AsDouble() ?? 0,
        _ when type == typeof(bool) => value.IsTruthy,
        _ when type == typeof(ListValue) => value.AsList() ?? ListValue.Empty,
        _ => value.AsMap() ?? MapValue.Empty,
    };

    /// <exception cref="InvalidCastException">Scripts have no such values.</exception>
    public static Value ToValue(object? result) => result switch
    {
        null => default,
        Value value => value,
        string text => text,
        bool boolean => boolean,
        long integer => integer,
        int integer => integer,
        double number => number,
        float number => (double)number,
        decimal number => (double)number,
        ListValue list => list,
        MapValue map => map,
        RecordValue record => record,
        IEnumerable<KeyValuePair<string, object?>> entries =>
            MapValue.From(entries.Select(static entry => KeyValuePair.Create(entry.Key, ToValue(entry.Value)))),
        IEnumerable<Value> values => ListValue.From(values),
        System.Collections.IEnumerable items => ListValue.From(items.Cast<object?>().Select(ToValue)),
        _ => throw new InvalidCastException(string.Create(
            CultureInfo.InvariantCulture, $"a result of the type {result.GetType().Name} means nothing to scripts")),
    };
}
