using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>f(a, k: v)</c>, <c>f a, k: v</c> or <c>Module.f(…)</c>.</summary>
internal sealed record CallExpression(
    Identifier? Module,
    Identifier Name,
    ImmutableArray<Argument> Arguments,
    bool IsParenthesized) : Expression;
