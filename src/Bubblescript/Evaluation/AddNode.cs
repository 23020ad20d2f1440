using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>a + b</c>, with a path for small integers that calls nothing.</summary>
internal sealed class AddNode(SourcePlace place, EvaluationNode left, EvaluationNode right) : EvaluationNode(place)
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
        if (first.IsInteger && second.IsInteger)
        {
            long sum = unchecked(first.RawInteger + second.RawInteger);
            if (((first.RawInteger ^ sum) & (second.RawInteger ^ sum)) >= 0)
            {
                return sum;
            }
        }

        return second.IsSignal ? second : Located(Arithmetic.Add(first, second, context.Locale, context.Limits));
    }
}
