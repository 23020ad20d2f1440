using System.Collections;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Values of host functions: .NET types and what they are in scripts.</summary>
internal static class HostValues
{
    /// <summary>What a parameter of the type accepts; null for types without counterpart.</summary>
    public static ParameterType? TypeOf(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(Value) || plain == typeof(object))
        {
            return ParameterType.Any;
        }

        if (plain == typeof(string))
        {
            return ParameterType.Text;
        }

        if (plain == typeof(long) || plain == typeof(int))
        {
            return ParameterType.Integer;
        }

        if (plain == typeof(double) || plain == typeof(float) || plain == typeof(decimal))
        {
            return ParameterType.Number;
        }

        if (plain == typeof(bool))
        {
            return ParameterType.Boolean;
        }

        if (plain == typeof(MapValue) || plain == typeof(IReadOnlyDictionary<string, Value>))
        {
            return ParameterType.Map;
        }

        return plain == typeof(ListValue) || ItemType(plain) is not null ? ParameterType.List : null;
    }

    /// <summary>The name of a result in documentation; null for types without counterpart.</summary>
    public static string? NameOf(Type type) =>
        type == typeof(void) ? "nil" : TypeOf(type) is { } known ? ArgumentConversion.NameOf(known) : null;

    /// <summary>The value as the type of a parameter.</summary>
    public static object? FromValue(Value value, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(Value) || plain == typeof(object))
        {
            return value;
        }

        if (value.IsNil && (plain != type || !type.IsValueType))
        {
            return null;
        }

        return Type.GetTypeCode(plain) switch
        {
            TypeCode.String => value.AsString() ?? ValueText.ToText(value),
            TypeCode.Int64 => value.AsInteger() ?? 0,
            TypeCode.Int32 => checked((int)(value.AsInteger() ?? 0)),
            TypeCode.Double => value.AsDouble() ?? 0,
            TypeCode.Single => (float)(value.AsDouble() ?? 0),
            TypeCode.Decimal => (decimal)(value.AsDouble() ?? 0),
            TypeCode.Boolean => value.IsTruthy,
            _ when ItemType(plain) is { } item && item != typeof(Value) => ToItems(value.AsList() ?? ListValue.Empty, item),
            _ => value.Reference,
        };
    }

    /// <summary>The value of a result; an error signal for what has none.</summary>
    public static Value ToValue(object? result)
    {
        switch (result)
        {
            case null:
                return default;
            case Value value:
                return value;
            case string text:
                return text;
            case bool truth:
                return truth;
            case long or int or short or byte:
                return Convert.ToInt64(result, System.Globalization.CultureInfo.InvariantCulture);
            case double or float or decimal:
                double number = Convert.ToDouble(result, System.Globalization.CultureInfo.InvariantCulture);
                return double.IsFinite(number) ? number : FunctionContext.Fail("the result is no finite number");
            case ListValue list:
                return list;
            case MapValue map:
                return map;
            case RecordValue record:
                return record;
            case IReadOnlyDictionary<string, Value> entries:
                return MapValue.From(entries);
            case IEnumerable items:
                return ToList(items);
            default:
                return FunctionContext.Fail($"the result is of type {result.GetType()}, which has no counterpart in scripts");
        }
    }

    private static Value ToList(IEnumerable items)
    {
        List<Value> values = [];
        foreach (object? item in items)
        {
            Value value = ToValue(item);
            if (value.IsSignal)
            {
                return value;
            }

            values.Add(value);
        }

        return ListValue.From(values);
    }

    private static Array ToItems(ListValue list, Type item)
    {
        Array items = Array.CreateInstance(item, list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            items.SetValue(FromValue(list[i], item), i);
        }

        return items;
    }

    private static Type? ItemType(Type type)
    {
        if (type.IsArray)
        {
            return Known(type.GetElementType()!);
        }

        Type? definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return definition == typeof(IReadOnlyList<>) || definition == typeof(IEnumerable<>) || definition == typeof(IReadOnlyCollection<>)
            ? Known(type.GetGenericArguments()[0])
            : null;
    }

    private static Type? Known(Type item) => item == typeof(Value) || TypeOf(item) is not null ? item : null;
}
