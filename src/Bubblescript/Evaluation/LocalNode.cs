using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>Reads a local variable.</summary>
internal sealed class LocalNode(SourcePlace place, string name, int slot) : EvaluationNode(place)
{
    public string Name { get; } = name;

    public int Slot { get; } = slot;

    public override bool IsPure => true;

    public override Value Evaluate(EvaluationContext context) => context.Locals[Slot];
}
