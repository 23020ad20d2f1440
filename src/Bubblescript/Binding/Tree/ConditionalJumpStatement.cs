using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>Jumps when the condition's truth is <paramref name="jumpWhen"/>: <c>if</c>, <c>unless</c> and the cases of a bare <c>branch</c>.</summary>
internal sealed class ConditionalJumpStatement(SourcePlace place, EvaluationNode condition, bool jumpWhen, CodeLabel target) : BoundStatement(place)
{
    public EvaluationNode Condition { get; } = condition;

    public bool JumpWhen { get; } = jumpWhen;

    public CodeLabel Target { get; } = target;

    protected override bool HasSuspendingPart => Condition.MaySuspend;
}
