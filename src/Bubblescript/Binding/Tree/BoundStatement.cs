using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>
/// A statement as the interpreter runs it. Blocks are flattened: control flow is jumps between positions of a body's code, so that a position is
/// one number while a conversation runs and one statement identity when it is saved.
/// </summary>
internal abstract class BoundStatement(SourcePlace place)
{
    private const int Never = 1;
    private const int Sometimes = 2;

    /// <summary>What <see cref="MaySuspend"/> has found; 0 until it is asked.</summary>
    private int _suspension;

    public SourcePlace Place { get; } = place;

    /// <summary>Whether running the statement may wait for the outside in the middle of an expression. Known when the whole program is bound.</summary>
    public bool MaySuspend
    {
        get
        {
            if (_suspension == 0)
            {
                _suspension = HasSuspendingPart ? Sometimes : Never;
            }

            return _suspension == Sometimes;
        }
    }

    /// <summary>Whether an expression of the statement may wait for the outside.</summary>
    protected virtual bool HasSuspendingPart => false;
}
