using Bubblescript.Queries;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>a[expr]</c>; the value of the index decides whether it is a key, a position or a query.</summary>
internal sealed class IndexNode(SourcePlace place, EvaluationNode target, EvaluationNode index) : EvaluationNode(place)
{
    public EvaluationNode Target { get; } = target;

    public EvaluationNode Index { get; } = index;

    public override bool MaySuspend { get; } = target.MaySuspend || index.MaySuspend;

    public override Value Evaluate(EvaluationContext context)
    {
        Value value = Target.Evaluate(context);
        if (value.IsSignal)
        {
            return value;
        }

        Value step = Index.Evaluate(context);
        return step.IsSignal ? step : Located(PathReader.ReadIndex(value, step, context.Locale, context.Limits));
    }
}
