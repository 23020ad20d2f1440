namespace Bubblescript.Syntax.Tree;

/// <summary>A 64-bit integer literal.</summary>
internal sealed record IntegerLiteral(long Value) : Expression;
