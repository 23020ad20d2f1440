using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</summary>
internal sealed class OrderingNode(SourcePlace place, BinaryOperator operation, EvaluationNode left, EvaluationNode right) : EvaluationNode(place)
{
    public override bool MaySuspend { get; } = left.MaySuspend || right.MaySuspend;

    public override Value Evaluate(EvaluationContext context)
    {
        Value first = left.Evaluate(context);
        if (first.IsSignal)
        {
            return first;
        }

        Value second = right.Evaluate(context);
        if (second.IsSignal)
        {
            return second;
        }

        if (first.IsInteger && second.IsInteger)
        {
            return operation switch
            {
                BinaryOperator.Less => first.RawInteger < second.RawInteger,
                BinaryOperator.LessOrEqual => first.RawInteger <= second.RawInteger,
                BinaryOperator.Greater => first.RawInteger > second.RawInteger,
                _ => first.RawInteger >= second.RawInteger,
            };
        }

        return Located(operation switch
        {
            BinaryOperator.Less => ValueOrdering.Less(first, second),
            BinaryOperator.LessOrEqual => ValueOrdering.LessOrEqual(first, second),
            BinaryOperator.Greater => ValueOrdering.Greater(first, second),
            _ => ValueOrdering.GreaterOrEqual(first, second),
        });
    }
}
