using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>An expression that stands as a statement.</summary>
internal sealed class EvaluateStatement(SourcePlace place, EvaluationNode expression) : BoundStatement(place)
{
    public EvaluationNode Expression { get; } = expression;

    protected override bool HasSuspendingPart => Expression.MaySuspend;
}
