using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>[…]</c>: a list; a map when all items are keyed; a list that ends with a map when the last items are.</summary>
internal sealed record ListExpression(ImmutableArray<Argument> Items) : Expression;
