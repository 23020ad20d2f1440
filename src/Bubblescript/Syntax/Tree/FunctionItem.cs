using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>function name(_a, _b :: schema) :: schema do … end</c>.</summary>
internal sealed record FunctionItem(
    Identifier Name,
    ImmutableArray<Parameter> Parameters,
    Expression? ReturnSchema,
    Block Body) : ScriptItem;
