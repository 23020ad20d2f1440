using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>&amp;&amp;</c> and <c>||</c>: the right side only if needed, the deciding operand as value.</summary>
internal sealed class LogicNode(SourcePlace place, bool isOr, EvaluationNode left, EvaluationNode right) : EvaluationNode(place)
{
    public override bool MaySuspend { get; } = left.MaySuspend || right.MaySuspend;

    public override Value Evaluate(EvaluationContext context)
    {
        Value first = left.Evaluate(context);
        return first.IsSignal || first.IsTruthy == isOr ? first : right.Evaluate(context);
    }
}
