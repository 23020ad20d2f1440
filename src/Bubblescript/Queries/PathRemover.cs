using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>Removes what a path names, and containers that become empty by that (query language, section 6.3).</summary>
internal static class PathRemover
{
    /// <summary>The root without what the path names: nil when the variable itself is gone, the root itself when nothing happens, an error signal.</summary>
    public static Value Remove(Value root, ReadOnlySpan<PathStep> steps, LocaleContext locale, ExecutionLimits? limits = null)
    {
        if (root.IsSignal)
        {
            return root;
        }

        return new Remover(locale, limits ?? ExecutionLimits.Default).Remove(root, steps, out _);
    }

    private enum Outcome
    {
        Nothing,
        Changed,
        Gone,
    }

    private readonly ref struct Remover(LocaleContext locale, ExecutionLimits limits)
    {
        public Value Remove(Value target, ReadOnlySpan<PathStep> steps, out Outcome outcome)
        {
            if (steps.IsEmpty)
            {
                outcome = Outcome.Gone;
                return default;
            }

            PathStep step = steps[0];
            ReadOnlySpan<PathStep> rest = steps[1..];
            outcome = Outcome.Nothing;
            return step.Kind switch
            {
                PathStepKind.Query when target.AsList() is { } list => RemoveMatching(list, step, rest, out outcome),
                PathStepKind.Position when target.AsList() is { } list => RemovePosition(list, step.Position, rest, out outcome),
                _ when step.IsKeyOfMap && target.AsMap() is { } map => RemoveKey(map, step.KeyIn(map), rest, out outcome),
                PathStepKind.Key when target.AsRecord() is { } record => RemoveField(record, step.Key, rest, out outcome),
                _ => target,
            };
        }

        private static bool IsEmpty(ListValue list)
        {
            foreach (Value item in list.AsSpan())
            {
                if (!item.IsNil)
                {
                    return false;
                }
            }

            return true;
        }

        private static Value Finish(ListValue list, out Outcome outcome)
        {
            outcome = IsEmpty(list) ? Outcome.Gone : Outcome.Changed;
            return outcome == Outcome.Gone ? default : list;
        }

        private Value RemoveKey(MapValue map, string key, ReadOnlySpan<PathStep> rest, out Outcome outcome)
        {
            outcome = Outcome.Nothing;
            if (!map.TryGetValue(key, out Value old))
            {
                return map;
            }

            Value entry = Remove(old, rest, out outcome);
            if (outcome == Outcome.Nothing)
            {
                return entry.IsSignal ? entry : map;
            }

            MapValue changed = outcome == Outcome.Gone ? map.Remove(key) : map.Set(key, entry);
            outcome = changed.Count == 0 ? Outcome.Gone : Outcome.Changed;
            return outcome == Outcome.Gone ? default : changed;
        }

        private Value RemoveField(RecordValue record, string key, ReadOnlySpan<PathStep> rest, out Outcome outcome)
        {
            outcome = Outcome.Nothing;
            if (!record.Fields.TryGetValue(key, out Value old))
            {
                return record;
            }

            Value field = Remove(old, rest, out outcome);
            if (outcome == Outcome.Nothing)
            {
                return field.IsSignal ? field : record;
            }

            bool isGone = outcome == Outcome.Gone;
            outcome = Outcome.Changed;
            return isGone && record.RecordKind == RecordKind.Context ? record.WithFields(record.Fields.Remove(key)) : record.With(key, field);
        }

        private Value RemovePosition(ListValue list, long position, ReadOnlySpan<PathStep> rest, out Outcome outcome)
        {
            outcome = Outcome.Nothing;
            long index = position < 0 ? position + list.Count : position;
            if (index < 0 || index >= list.Count)
            {
                return list;
            }

            Value item = Remove(list[(int)index], rest, out outcome);
            if (outcome == Outcome.Nothing)
            {
                return item.IsSignal ? item : list;
            }

            return Finish(outcome == Outcome.Gone ? list.RemoveAt((int)index) : list.SetItem((int)index, item), out outcome);
        }

        private Value RemoveMatching(ListValue list, PathStep step, ReadOnlySpan<PathStep> rest, out Outcome outcome)
        {
            outcome = Outcome.Nothing;
            Value error = PathSelection.Find(list, step, locale, limits, out List<int> positions);
            if (!error.IsNil)
            {
                return error;
            }

            bool happened = false;
            Value[] items = list.AsSpan().ToArray();
            HashSet<int> gone = [];
            foreach (int position in positions)
            {
                Value item = Remove(items[position], rest, out Outcome one);
                if (item.IsSignal)
                {
                    return item;
                }

                items[position] = item;
                happened |= one != Outcome.Nothing;
                if (one == Outcome.Gone)
                {
                    gone.Add(position);
                }
            }

            return happened ? Finish(ListValue.From(items.Where((_, index) => !gone.Contains(index))), out outcome) : list;
        }
    }
}
