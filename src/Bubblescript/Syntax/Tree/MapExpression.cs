using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>%{…}</c>.</summary>
internal sealed record MapExpression(ImmutableArray<MapEntry> Entries) : Expression;
