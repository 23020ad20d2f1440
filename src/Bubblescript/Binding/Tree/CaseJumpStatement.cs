using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>A case of a <c>branch</c> with a subject (kept in a hidden local): jumps when the subject does not equal the case.</summary>
internal sealed class CaseJumpStatement(SourcePlace place, int subjectSlot, EvaluationNode test, CodeLabel target) : BoundStatement(place)
{
    public int SubjectSlot { get; } = subjectSlot;

    public EvaluationNode Test { get; } = test;

    public CodeLabel Target { get; } = target;

    protected override bool HasSuspendingPart => Test.MaySuspend;
}
