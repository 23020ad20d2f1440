using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>-x</c>.</summary>
internal sealed class NegateNode(SourcePlace place, EvaluationNode operand) : EvaluationNode(place)
{
    public override bool MaySuspend => operand.MaySuspend;

    public override Value Evaluate(EvaluationContext context)
    {
        Value value = operand.Evaluate(context);
        return value.IsSignal ? value : Located(Arithmetic.Negate(value));
    }
}
