using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>Reads a predefined variable.</summary>
internal sealed class PredefinedNode(SourcePlace place, PredefinedVariable variable) : EvaluationNode(place)
{
    public PredefinedVariable Variable { get; } = variable;

    public override bool IsPure => true;

    public override Value Evaluate(EvaluationContext context) => context.ReadPredefined(Variable);
}
