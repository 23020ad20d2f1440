using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

internal sealed class LiteralNode(SourcePlace place, Value value) : EvaluationNode(place)
{
    public Value Value { get; } = value;

    public override bool IsPure => true;

    public override Value Evaluate(EvaluationContext context) => Value;
}
