using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>Reads a constant.</summary>
internal sealed class ConstantNode(SourcePlace place, ConstantCell constant) : EvaluationNode(place)
{
    public ConstantCell Constant { get; } = constant;

    public override Value Evaluate(EvaluationContext context) => Constant.For(context.Locale);
}
