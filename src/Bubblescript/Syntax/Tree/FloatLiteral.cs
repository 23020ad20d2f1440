namespace Bubblescript.Syntax.Tree;

/// <summary>A floating-point literal.</summary>
internal sealed record FloatLiteral(double Value) : Expression;
