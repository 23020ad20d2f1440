using System.Collections.Immutable;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>A variable, or a path into one, that a statement writes (queries and paths, section 6).</summary>
internal sealed record AssignmentTarget(
    VariableScope Scope,
    string Name,
    int Slot,
    ImmutableArray<PathStepNode> Steps,
    SourcePlace Place)
{
    public bool MaySuspend => Steps.Any(static step => step.Operand is { MaySuspend: true });
}
