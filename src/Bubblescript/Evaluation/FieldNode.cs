using Bubblescript.Queries;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>a.name</c>.</summary>
internal sealed class FieldNode(SourcePlace place, EvaluationNode target, string name) : EvaluationNode(place)
{
    public EvaluationNode Target { get; } = target;

    public string Name { get; } = name;

    public override bool MaySuspend => Target.MaySuspend;

    public override bool IsPure => Target.IsPure;

    public override Value Evaluate(EvaluationContext context)
    {
        Value value = Target.Evaluate(context);
        return value.IsSignal ? value : PathReader.ReadField(value, Name, context.Locale);
    }
}
