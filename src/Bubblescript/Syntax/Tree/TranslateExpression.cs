namespace Bubblescript.Syntax.Tree;

/// <summary><c>_("text")</c>.</summary>
internal sealed record TranslateExpression(Expression Operand) : Expression;
