using System.Collections.Immutable;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary><c>random do</c>: jumps to one of the alternatives, each of which ends with a jump to the exit. No alternatives: goes on.</summary>
internal sealed class RandomStatement(SourcePlace place, ImmutableArray<CodeLabel> alternatives) : BoundStatement(place)
{
    public ImmutableArray<CodeLabel> Alternatives { get; } = alternatives;
}
