using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary>
/// Makes what leaves a conversation plain: maps, lists, strings, numbers, booleans and nil. Atoms become strings, ranges lists, entities their value,
/// messages, sentences and tokens their text, other records maps of their fields; translatable values are resolved, map entries with nil dropped.
/// A value that is plain already is given back as it is.
/// </summary>
internal static class ValueNormalizer
{
    /// <summary>The plain value, or an error signal when it is larger than <see cref="ExecutionLimits.StateSize"/> or nested too deeply.</summary>
    public static Value Normalize(Value value, LocaleContext locale, ExecutionLimits? limits = null) => Run(value, locale, limits);

    /// <summary>The same, but translatable values stay: for what is made now and sent later.</summary>
    public static Value NormalizeForLater(Value value, ExecutionLimits? limits = null) => Run(value, locale: null, limits);

    private static Value Run(Value value, LocaleContext? locale, ExecutionLimits? limits)
    {
        limits ??= ExecutionLimits.Default;
        Walk walk = new(locale, limits);
        return walk.Normalize(value);
    }

    private ref struct Walk(LocaleContext? locale, ExecutionLimits limits)
    {
        private long _room = limits.StateSize;

        public Value Normalize(Value value)
        {
            _room -= 1 + (value.AsString()?.Length ?? 0);
            if (_room < 0)
            {
                return LimitErrors.Payload(limits);
            }

            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                return new RuntimeError("a value is nested too deeply to be sent", isLimit: true).ToValue();
            }

            return value.Kind switch
            {
                ValueKind.Atom => value.AsAtom(),
                ValueKind.List => NormalizeList(value.AsList()!),
                ValueKind.Map => NormalizeMap(value.AsMap()!),
                ValueKind.Range => NormalizeRange(value),
                ValueKind.Record => NormalizeRecord(value.AsRecord()!),
                _ => value,
            };
        }

        private Value NormalizeRange(Value range)
        {
            if (!Iteration.TryGetItems(range, limits, out ListValue items, out Value error))
            {
                return error;
            }

            _room -= items.Count;
            return items;
        }

        private Value NormalizeRecord(RecordValue record)
        {
            if (Operand.IsText(record))
            {
                return Operand.TextOf(record);
            }

            return record.RecordKind == RecordKind.Entity ? Normalize(record["value"]) : NormalizeEntries(record.Fields);
        }

        private Value NormalizeMap(MapValue map)
        {
            if (locale is not null && TranslatableValue.IsTranslatable(map))
            {
                Value resolved = TranslatableValue.Resolve(map, locale);
                return resolved.AsMap() is { } again && TranslatableValue.IsTranslatable(again) ? default : Normalize(resolved);
            }

            return NormalizeEntries(map);
        }

        private Value NormalizeEntries(MapValue map)
        {
            List<KeyValuePair<string, Value>>? changed = null;
            ReadOnlySpan<KeyValuePair<string, Value>> entries = map.AsSpan();
            for (int i = 0; i < entries.Length; i++)
            {
                _room -= entries[i].Key.Length;
                Value value = Normalize(entries[i].Value);
                if (value.IsSignal)
                {
                    return value;
                }

                if (changed is null && (value.IsNil || !IsSame(value, entries[i].Value)))
                {
                    changed = [.. entries[..i]];
                }

                if (!value.IsNil)
                {
                    changed?.Add(KeyValuePair.Create(entries[i].Key, value));
                }
            }

            return changed is null ? map : MapValue.From(changed);
        }

        private Value NormalizeList(ListValue list)
        {
            Value[]? changed = null;
            ReadOnlySpan<Value> items = list.AsSpan();
            for (int i = 0; i < items.Length; i++)
            {
                Value value = Normalize(items[i]);
                if (value.IsSignal)
                {
                    return value;
                }

                if (changed is null && !IsSame(value, items[i]))
                {
                    changed = items.ToArray();
                }

                if (changed is not null)
                {
                    changed[i] = value;
                }
            }

            return changed is null ? list : ListValue.Own(changed);
        }

        private static bool IsSame(Value left, Value right) => ReferenceEquals(left.Reference, right.Reference);
    }
}
