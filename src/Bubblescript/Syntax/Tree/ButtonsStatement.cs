using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>buttons text do title -> action end</c>.</summary>
internal sealed record ButtonsStatement(ImmutableArray<Argument> Arguments, ImmutableArray<BranchCase> Cases) : Statement;
