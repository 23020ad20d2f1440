using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>x in y</c> and <c>x not in y</c>.</summary>
internal sealed class MembershipNode(SourcePlace place, bool isNegated, EvaluationNode item, EvaluationNode container) : EvaluationNode(place)
{
    public override bool MaySuspend { get; } = item.MaySuspend || container.MaySuspend;

    public override Value Evaluate(EvaluationContext context)
    {
        Value first = item.Evaluate(context);
        if (first.IsSignal)
        {
            return first;
        }

        Value second = container.Evaluate(context);
        if (second.IsSignal)
        {
            return second;
        }

        Value result = Located(Membership.Contains(first, second, context.Matcher, context.Locale));
        return result.IsSignal || !isNegated ? result : !result.IsTruthy;
    }
}
