using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>
/// Starts a loop: evaluates the source once and keeps it as the loop's state. The next statement is its <see cref="RepeatNextStatement"/>.
/// </summary>
internal sealed class RepeatStatement(SourcePlace place, int loop, AssignmentTarget? variable, EvaluationNode? source) : BoundStatement(place)
{
    /// <summary>The index of the loop's state in the frame.</summary>
    public int Loop { get; } = loop;

    /// <summary>What takes the items; null for <c>repeat n</c> and <c>repeat</c>.</summary>
    public AssignmentTarget? Variable { get; } = variable;

    /// <summary>The list or count; null for <c>repeat</c> without end.</summary>
    public EvaluationNode? Source { get; } = source;

    protected override bool HasSuspendingPart => Source is { MaySuspend: true };
}
