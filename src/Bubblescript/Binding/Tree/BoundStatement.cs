using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>
/// A statement as the interpreter runs it. Blocks are flattened: control flow is jumps between positions of a body's code, so that a position is
/// one number while a conversation runs and one statement identity when it is saved.
/// </summary>
internal abstract class BoundStatement(SourcePlace place)
{
    public SourcePlace Place { get; } = place;

    /// <summary>Whether running the statement may wait for the outside in the middle of an expression.</summary>
    public virtual bool MaySuspend => false;
}
