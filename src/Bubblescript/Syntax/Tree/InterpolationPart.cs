namespace Bubblescript.Syntax.Tree;

/// <summary><c>#{expr}</c>; no expression for the empty <c>#{}</c>.</summary>
internal sealed record InterpolationPart(Expression? Expression) : StringPart;
