using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>target[key: value, …]</c>.</summary>
internal sealed record QueryExpression(Expression Target, ImmutableArray<Argument> Terms) : Expression;
