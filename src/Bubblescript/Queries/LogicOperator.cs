namespace Bubblescript.Queries;

/// <summary>How a query combines its parts.</summary>
internal enum LogicOperator
{
    And,
    Or,
    Not,
}
