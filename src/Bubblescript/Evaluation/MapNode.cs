using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>%{…}</c> and keyword lists.</summary>
internal sealed class MapNode(SourcePlace place, MapNodeEntry[] entries) : EvaluationNode(place)
{
    public ReadOnlySpan<MapNodeEntry> Entries => entries;

    public override bool MaySuspend { get; } = entries.Any(static entry => entry.Value.MaySuspend || entry.ComputedKey is { MaySuspend: true });

    public override Value Evaluate(EvaluationContext context)
    {
        KeyValuePair<string, Value>[] pairs = new KeyValuePair<string, Value>[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            string? key = entries[i].Key;
            if (key is null)
            {
                Value computed = entries[i].ComputedKey!.Evaluate(context);
                if (computed.IsSignal)
                {
                    return computed;
                }

                key = ValueText.ToText(computed, context.Locale);
            }

            Value value = entries[i].Value.Evaluate(context);
            if (value.IsSignal)
            {
                return value;
            }

            pairs[i] = KeyValuePair.Create(key, value);
        }

        return MapValue.Own(pairs);
    }
}
