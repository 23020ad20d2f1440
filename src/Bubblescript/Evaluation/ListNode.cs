using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>[…]</c>.</summary>
internal sealed class ListNode(SourcePlace place, EvaluationNode[] items) : EvaluationNode(place)
{
    public ReadOnlySpan<EvaluationNode> Items => items;

    public override bool MaySuspend { get; } = NodeList.MaySuspend(items);

    public override Value Evaluate(EvaluationContext context)
    {
        Value[] values = new Value[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            Value value = items[i].Evaluate(context);
            if (value.IsSignal)
            {
                return value;
            }

            values[i] = value;
        }

        return ListValue.Own(values);
    }
}
