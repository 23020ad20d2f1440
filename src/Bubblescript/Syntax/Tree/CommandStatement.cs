using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary>A statement that begins with a statement word of section 7 (<c>say</c>, <c>ask</c>, <c>invoke</c>, <c>emit</c> …).</summary>
internal sealed record CommandStatement(Identifier Word, ImmutableArray<Argument> Arguments) : Statement;
