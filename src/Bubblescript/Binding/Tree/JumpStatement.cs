using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>Goes on elsewhere in the same body.</summary>
internal sealed class JumpStatement(SourcePlace place, CodeLabel target) : BoundStatement(place)
{
    public CodeLabel Target { get; } = target;
}
