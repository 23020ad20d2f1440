using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>Reads the steps of paths (query language, section 6.1). A step that does not apply gives nil.</summary>
internal static class PathReader
{
    /// <summary><c>target.name</c>.</summary>
    public static Value ReadField(Value target, string name, LocaleContext locale)
    {
        switch (target.Kind)
        {
            case ValueKind.Map:
                MapValue map = target.AsMap()!;
                if (TranslatableValue.IsTranslatable(map))
                {
                    Value resolved = TranslatableValue.Resolve(target, locale);
                    return resolved.AsMap() is { } again && TranslatableValue.IsTranslatable(again) ? default : ReadField(resolved, name, locale);
                }

                return TranslatableValue.Resolve(map[name], locale);
            case ValueKind.Record:
                return TranslatableValue.Resolve(ReadRecord(target.AsRecord()!, name), locale);
            default:
                return target.IsSignal ? target : default;
        }
    }

    /// <summary><c>target[index]</c>: a text or atom is a key, an integer an index, a map a query.</summary>
    public static Value ReadIndex(Value target, Value index, LocaleContext locale, ExecutionLimits? limits = null)
    {
        if (target.IsSignal || index.IsSignal)
        {
            return target.IsSignal ? target : index;
        }

        if (target.Kind == ValueKind.Map && TranslatableValue.IsTranslatable(target.AsMap()!))
        {
            target = TranslatableValue.Resolve(target, locale);
        }

        PathStep step = PathStep.Index(index);
        if (step.IsKeyOfMap && target.AsMap() is { } map)
        {
            return ReadField(target, step.KeyIn(map), locale);
        }

        switch (step.Kind)
        {
            case PathStepKind.Key:
                return ReadField(target, step.Key, locale);
            case PathStepKind.Position when target.Kind == ValueKind.Record:
                return ReadField(target, step.Key, locale);
            case PathStepKind.Position:
                return TranslatableValue.Resolve(ReadPosition(target, step.Position), locale);
            case PathStepKind.Query:
                return ReadQuery(target, step.Operand, locale, limits);
            default:
                return default;
        }
    }

    /// <summary><c>target[key: value, …]</c>: the matching items of a list or range, the entry of a map; an error signal for a query that is none.</summary>
    public static Value ReadQuery(Value target, Value query, LocaleContext locale, ExecutionLimits? limits = null) =>
        query.IsSignal
            ? query
            : CompiledQuery.Compile(query, limits ?? ExecutionLimits.Default, out string? error) is { } compiled
                ? ReadQuery(target, compiled, locale, limits)
                : new RuntimeError(error!).ToValue();

    /// <summary>The same with a query that was compiled before.</summary>
    public static Value ReadQuery(Value target, CompiledQuery query, LocaleContext locale, ExecutionLimits? limits = null)
    {
        if (target.IsSignal)
        {
            return target;
        }

        limits ??= ExecutionLimits.Default;
        target = TranslatableValue.Resolve(target, locale);
        if (Iteration.TryGetItems(target, limits, out ListValue items, out Value error))
        {
            return MatchEngine.Filter(items, query, locale, limits);
        }

        if (!error.IsNil)
        {
            return error;
        }

        if (target.AsMap() is { } map && query.OnlyKey is { Key: "id" } only)
        {
            return map.TryGetValue(ValueText.ToText(only.Value, locale), out Value entry) ? Value.ListOf(entry) : ListValue.Empty;
        }

        return default;
    }

    private static Value ReadRecord(RecordValue record, string name)
    {
        if (record.Fields.TryGetValue(name, out Value value))
        {
            return value;
        }

        return record.RecordKind switch
        {
            RecordKind.Message => ReadMessage(record, name),
            RecordKind.Event => record["payload"].AsMap() is { } payload ? payload[name] : default,
            _ => default,
        };
    }

    private static Value ReadMessage(RecordValue message, string name)
    {
        Value derived = (message.Companion as IDerivedFields)?.Read(message, name) ?? default;
        return !derived.IsNil ? derived : message["captures"].AsMap() is { } captures ? captures[name] : default;
    }

    private static Value ReadPosition(Value target, long position)
    {
        if (!Iteration.TryGetCount(target, out long count))
        {
            return default;
        }

        long index = position < 0 ? position + count : position;
        return index >= 0 && index < count ? Iteration.ItemAt(target, index) : default;
    }
}
