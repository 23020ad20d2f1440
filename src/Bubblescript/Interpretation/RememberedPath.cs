using Bubblescript.Binding.Tree;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// What <c>remember</c> and <c>forget</c> make of the remembered data: only what the path names is kept or removed. Of a path through a list the whole
/// list is kept, because positions and queries mean something else in the remembered data.
/// </summary>
internal static class RememberedPath
{
    /// <summary>The remembered data with what a path names now.</summary>
    public static MapValue Copy(Turn turn, AssignmentTarget path, ReadOnlySpan<PathStep> steps, bool isUser, MapValue remembered)
    {
        PathStep[] keys = Keys(path, steps, isUser);
        Value value = Assignment.Read(turn, path);
        foreach (PathStep key in keys.AsSpan(isUser ? 0 : 1))
        {
            value = Entry(value, key.Key);
        }

        return value.IsNil ? Without(turn, keys, remembered) : PathWriter.Set(remembered, keys, value, turn.Locale, turn.Limits).AsMap() ?? remembered;
    }

    /// <summary>The remembered data without what a path names, after it was removed from memory.</summary>
    public static MapValue Remove(Turn turn, AssignmentTarget path, ReadOnlySpan<PathStep> steps, bool isUser, MapValue remembered)
    {
        PathStep[] keys = Keys(path, steps, isUser);
        if (keys.Length == steps.Length + (isUser ? 0 : 1))
        {
            return Without(turn, keys, remembered);
        }

        Value kept = remembered;
        foreach (PathStep key in keys)
        {
            kept = Entry(kept, key.Key);
        }

        return kept.IsNil ? remembered : Copy(turn, path, steps, isUser, remembered);
    }

    private static MapValue Without(Turn turn, PathStep[] keys, MapValue remembered) =>
        PathRemover.Remove(remembered, keys, turn.Locale, turn.Limits).AsMap() ?? MapValue.Empty;

    private static PathStep[] Keys(AssignmentTarget path, ReadOnlySpan<PathStep> steps, bool isUser)
    {
        List<PathStep> keys = isUser ? [] : [PathStep.Field(path.Name)];
        foreach (PathStep step in steps)
        {
            if (step.Kind != PathStepKind.Key)
            {
                break;
            }

            keys.Add(step);
        }

        return [.. keys];
    }

    /// <summary>The entry as it is written: a text for several languages is kept for all of them.</summary>
    private static Value Entry(Value container, string key) => (container.AsMap() ?? container.AsRecord()?.Fields)?[key] ?? default;
}
