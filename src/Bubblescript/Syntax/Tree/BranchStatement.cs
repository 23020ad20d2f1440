using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>branch</c> with or without a subject.</summary>
internal sealed record BranchStatement(Expression? Subject, ImmutableArray<BranchCase> Cases, Block? Else) : Statement;
