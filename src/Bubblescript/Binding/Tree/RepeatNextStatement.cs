using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>Begins the next round of a loop or jumps to its exit. The body jumps back to it.</summary>
internal sealed class RepeatNextStatement(SourcePlace place, RepeatStatement repeat, CodeLabel exit) : BoundStatement(place)
{
    public RepeatStatement Repeat { get; } = repeat;

    public CodeLabel Exit { get; } = exit;
}
