namespace Bubblescript.Syntax.Tree;

/// <summary>Infix operators, from tight to loose.</summary>
internal enum BinaryOperator
{
    Multiply,
    Divide,
    Add,
    Subtract,
    Range,
    In,
    NotIn,
    Pipe,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    And,
    Or,
}
