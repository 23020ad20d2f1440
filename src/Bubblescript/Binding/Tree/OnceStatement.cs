using System.Collections.Immutable;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>
/// <c>once do</c>: jumps to the next unused alternative, then to <see cref="After"/> (the after part, or the exit).
/// Counted per conversation under <see cref="Counter"/>.
/// </summary>
internal sealed class OnceStatement(SourcePlace place, ImmutableArray<CodeLabel> alternatives, CodeLabel after) : BoundStatement(place)
{
    public ImmutableArray<CodeLabel> Alternatives { get; } = alternatives;

    public CodeLabel After { get; } = after;

    /// <summary>The identity of the declaration and of the statement: the key of the counter. Set by the binder.</summary>
    public string Counter { get; set; } = "";
}
