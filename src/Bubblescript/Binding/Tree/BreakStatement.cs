using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary><c>break</c>: drops the loop's state and jumps to its exit.</summary>
internal sealed class BreakStatement(SourcePlace place, int loop, CodeLabel exit) : BoundStatement(place)
{
    public int Loop { get; } = loop;

    public CodeLabel Exit { get; } = exit;
}
