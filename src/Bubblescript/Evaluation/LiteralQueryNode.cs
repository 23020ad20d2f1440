using Bubblescript.Queries;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>a[key: value, …]</c> with literal values: the query is compiled once.</summary>
internal sealed class LiteralQueryNode(SourcePlace place, EvaluationNode target, CompiledQuery query) : EvaluationNode(place)
{
    public override bool MaySuspend => target.MaySuspend;

    public override Value Evaluate(EvaluationContext context)
    {
        Value value = target.Evaluate(context);
        return value.IsSignal ? value : Located(PathReader.ReadQuery(value, query, context.Locale, context.Limits));
    }
}
