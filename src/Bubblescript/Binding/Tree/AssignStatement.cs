using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary><c>path = expr</c>.</summary>
internal sealed class AssignStatement(SourcePlace place, AssignmentTarget target, EvaluationNode value) : BoundStatement(place)
{
    public AssignmentTarget Target { get; } = target;

    public EvaluationNode Value { get; } = value;

    protected override bool HasSuspendingPart => Value.MaySuspend || Target.MaySuspend;
}
