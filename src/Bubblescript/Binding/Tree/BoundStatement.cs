using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>
/// A statement as the interpreter runs it. Blocks are flattened: control flow is jumps between positions of a body's code, so that a position is
/// one number while a conversation runs and one statement identity when it is saved.
/// </summary>
internal abstract class BoundStatement(SourcePlace place)
{
    public SourcePlace Place { get; } = place;

    /// <summary>
    /// Kind, text without blanks and ordinal among equal ones in the body: finds the statement again after a change of script
    /// (execution model, section 9). Set by the binder; empty for jumps.
    /// </summary>
    public string Identity { get; set; } = "";

    /// <summary>Whether running the statement may wait for the outside in the middle of an expression.</summary>
    public virtual bool MaySuspend => false;
}
