using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>-</c>, <c>*</c>, <c>/</c>.</summary>
internal sealed class ArithmeticNode(SourcePlace place, BinaryOperator operation, EvaluationNode left, EvaluationNode right) : EvaluationNode(place)
{
    public override bool MaySuspend { get; } = left.MaySuspend || right.MaySuspend;

    public override bool IsPure { get; } = left.IsPure && right.IsPure;

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

        return Located(operation switch
        {
            BinaryOperator.Subtract => Arithmetic.Subtract(first, second),
            BinaryOperator.Multiply => Arithmetic.Multiply(first, second),
            _ => Arithmetic.Divide(first, second),
        });
    }
}
