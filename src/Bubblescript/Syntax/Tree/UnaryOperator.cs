namespace Bubblescript.Syntax.Tree;

/// <summary>A prefix operator; <c>!</c> and <c>not</c> are the same.</summary>
internal enum UnaryOperator
{
    Negate,
    Not,
}
