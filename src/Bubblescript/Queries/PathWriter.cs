using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>Writes to paths (query language, section 6.2).</summary>
internal static class PathWriter
{
    /// <summary>The root with the value at the path set; the root itself when nothing happens; an error signal.</summary>
    public static Value Set(Value root, ReadOnlySpan<PathStep> steps, Value value, LocaleContext locale, ExecutionLimits? limits = null)
    {
        if (root.IsSignal || value.IsSignal)
        {
            return root.IsSignal ? root : value;
        }

        Writer writer = new(value, locale, limits ?? ExecutionLimits.Default);
        Value written = writer.Set(root, steps, out bool happened);
        return happened || written.IsSignal ? written : root;
    }

    private readonly ref struct Writer(Value value, LocaleContext locale, ExecutionLimits limits)
    {
        public Value Set(Value target, ReadOnlySpan<PathStep> steps, out bool happened)
        {
            happened = true;
            if (steps.IsEmpty)
            {
                return value;
            }

            PathStep step = steps[0];
            ReadOnlySpan<PathStep> rest = steps[1..];
            return step.Kind switch
            {
                _ when step.IsKeyOfMap && target.AsMap() is { } map => SetKey(target, step.KeyIn(map), rest, out happened),
                PathStepKind.Query => SetMatching(target, step, rest, out happened),
                PathStepKind.Key => SetKey(target, step.Key, rest, out happened),
                PathStepKind.Position => SetPosition(target, step, rest, out happened),
                _ => Fail($"a path step must be a text, an integer or a query, got {ValueDescription.Describe(step.Operand)}", out happened),
            };
        }

        private static Value Fail(string message, out bool happened)
        {
            happened = false;
            return new RuntimeError(message).ToValue();
        }

        private Value SetKey(Value target, string key, ReadOnlySpan<PathStep> rest, out bool happened)
        {
            if (target.AsRecord() is { } record)
            {
                return SetField(record, key, rest, out happened);
            }

            MapValue map = target.AsMap() ?? MapValue.Empty;
            bool exists = map.TryGetValue(key, out Value old);
            Value entry = Set(old, rest, out happened);
            if (!happened)
            {
                return entry.IsSignal ? entry : target;
            }

            if (!exists && map.Count >= limits.ListLength)
            {
                happened = false;
                return LimitErrors.List(limits);
            }

            return map.Set(key, entry);
        }

        private Value SetField(RecordValue record, string key, ReadOnlySpan<PathStep> rest, out bool happened)
        {
            happened = false;
            if (!record.Fields.TryGetValue(key, out Value old) && record.RecordKind != RecordKind.Context)
            {
                return record;
            }

            Value field = Set(old, rest, out happened);
            return happened ? record.With(key, field) : field.IsSignal ? field : record;
        }

        private Value SetPosition(Value target, PathStep step, ReadOnlySpan<PathStep> rest, out bool happened)
        {
            if (target.Kind is not (ValueKind.List or ValueKind.Nil))
            {
                return SetKey(target, step.Key, rest, out happened);
            }

            ListValue list = target.AsList() ?? ListValue.Empty;
            long position = step.Position < 0 ? step.Position + list.Count : step.Position;
            if (position < 0)
            {
                return Fail($"index {step.Position} is before the beginning of a list of {list.Count} items", out happened);
            }

            if (position >= limits.ListLength)
            {
                happened = false;
                return LimitErrors.List(limits);
            }

            int index = (int)position;
            Value item = Set(index < list.Count ? list[index] : default, rest, out happened);
            if (!happened)
            {
                return item.IsSignal ? item : target;
            }

            return index < list.Count ? list.SetItem(index, item) : Pad(list, index).Append(item);
        }

        private static ListValue Pad(ListValue list, int count)
        {
            if (list.Count == count)
            {
                return list;
            }

            Value[] items = new Value[count];
            list.AsSpan().CopyTo(items);
            return ListValue.Own(items);
        }

        private Value SetMatching(Value target, PathStep step, ReadOnlySpan<PathStep> rest, out bool happened)
        {
            happened = false;
            if (target.AsList() is not { } list)
            {
                return target;
            }

            Value error = PathSelection.Find(list, step, locale, limits, out List<int> positions);
            if (!error.IsNil)
            {
                return error;
            }

            Value[] items = list.AsSpan().ToArray();
            foreach (int position in positions)
            {
                Value item = Set(items[position], rest, out bool changed);
                if (item.IsSignal)
                {
                    return item;
                }

                items[position] = changed ? item : items[position];
                happened |= changed;
            }

            return happened ? ListValue.Own(items) : target;
        }
    }
}
