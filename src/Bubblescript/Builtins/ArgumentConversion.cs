using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Makes arguments what the parameters of builtins demand (builtin functions, introduction).</summary>
internal static class ArgumentConversion
{
    /// <summary>The argument as the parameter's type, or an error signal.</summary>
    public static Value Convert(BuiltinFunction function, FunctionParameter parameter, int index, Value value, FunctionContext context)
    {
        if (value.IsNil)
        {
            return ConvertNil(function, parameter, index);
        }

        if (value.IsSignal)
        {
            return value;
        }

        Value converted = parameter.Type switch
        {
            ParameterType.Any => value,
            ParameterType.Text => ToText(value, context),
            ParameterType.Integer => ToInteger(value),
            ParameterType.Number => ToNumber(value),
            ParameterType.Boolean => Operand.Of(value) is { IsBoolean: true } boolean ? boolean : default,
            ParameterType.List => ToList(value, context),
            ParameterType.Map => TranslatableValue.Resolve(Operand.Of(value), context.Locale) is { Kind: ValueKind.Map } map ? map : default,
            ParameterType.Query => Operand.Of(value) is { Kind: ValueKind.Map or ValueKind.List } query ? query : default,
            ParameterType.Location => GeoLocation.TryRead(value, out _, out _) ? value : default,
            ParameterType.Date => ToDate(value),
            _ => Duration.TryParse(value, out _) ? value : default,
        };
        if (converted.IsNil)
        {
            return Fail(function, parameter, index, value);
        }

        return converted.AsError() is { } error ? Named(function, error) : converted;
    }

    /// <summary>The error with the name of the function that failed.</summary>
    public static Value Named(BuiltinFunction function, RuntimeError error) =>
        error.Source is not null || error.Message.StartsWith(function.FullName + ": ", StringComparison.Ordinal)
            ? error.ToValue()
            : new RuntimeError($"{function.FullName}: {error.Message}", isLimit: error.IsLimit).ToValue();

    /// <summary>The error of an argument of the wrong type; what can only be given by name is called by its name.</summary>
    public static Value Fail(BuiltinFunction function, FunctionParameter parameter, int index, Value value)
    {
        bool isOption = function.OptionsStart >= 0 && index >= function.OptionsStart;
        string argument = isOption ? parameter.Name : FormattableString.Invariant($"argument {index + 1}");
        return FunctionContext.Fail($"{function.FullName}: {argument} must be {NameOf(parameter.Type)}, got {ValueDescription.Describe(value)}");
    }

    /// <summary>The name of a type in errors and in the documentation.</summary>
    public static string NameOf(ParameterType type) => type switch
    {
        ParameterType.Text => "text",
        ParameterType.Integer => "integer",
        ParameterType.Number => "number",
        ParameterType.Boolean => "boolean",
        ParameterType.List => "list",
        ParameterType.Map => "map",
        ParameterType.Query => "query",
        ParameterType.Location => "location",
        ParameterType.Date => "date",
        ParameterType.Duration => "duration",
        _ => "any value",
    };

    private static Value ConvertNil(BuiltinFunction function, FunctionParameter parameter, int index)
    {
        if (parameter.KeepsNil || parameter.Type == ParameterType.Any)
        {
            return default;
        }

        if (parameter.IsOptional && !parameter.Default.IsNil)
        {
            return parameter.Default.AsAtom() ?? parameter.Default;
        }

        switch (parameter.Type)
        {
            case ParameterType.Text:
                return string.Empty;
            case ParameterType.List:
                return ListValue.Empty;
            case ParameterType.Map or ParameterType.Query:
                return MapValue.Empty;
            default:
                return parameter.IsOptional ? default : Fail(function, parameter, index, default);
        }
    }

    private static Value ToText(Value value, FunctionContext context)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                return value;
            case ValueKind.Integer or ValueKind.Float or ValueKind.Atom or ValueKind.Boolean:
                return ValueText.ToText(value);
            case ValueKind.Record:
                return value.AsRecord()!.RecordKind == RecordKind.Context ? default : ValueText.Convert(value, context.Locale, context.Limits);
            case ValueKind.Map when TranslatableValue.IsTranslatable(value.AsMap()!):
                return ValueText.Convert(value, context.Locale, context.Limits);
            default:
                return default;
        }
    }

    private static Value ToNumber(Value value)
    {
        if (value.IsNumber)
        {
            return value;
        }

        return value.Kind == ValueKind.Record && NumberText.TryRead(value, out Value number) ? number : default;
    }

    private static Value ToInteger(Value value)
    {
        Value number = ToNumber(value);
        if (number.IsFloat)
        {
            double whole = number.RawFloat;
            return Math.Floor(whole).Equals(whole) && Math.Abs(whole) < long.MaxValue ? Value.From((long)whole) : default;
        }

        return number;
    }

    private static Value ToList(Value value, FunctionContext context)
    {
        if (value.Kind == ValueKind.List)
        {
            return value;
        }

        return Iteration.TryGetItems(TranslatableValue.Resolve(value, context.Locale), context.Limits, out ListValue items, out Value error) ? items : error;
    }

    private static Value ToDate(Value value) =>
        Operand.Of(value).AsString() is { } text && IsoDate.TryParse(text, out _) ? text : default;
}
