using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>==</c> and <c>!=</c>.</summary>
internal sealed class EqualityNode(SourcePlace place, bool isNegated, EvaluationNode left, EvaluationNode right) : EvaluationNode(place)
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
        return second.IsSignal ? second : ValueEquality.AreEqual(first, second, context.Matcher, context.Locale) != isNegated;
    }
}
