using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>Evaluates expressions that depend on constants only, when the constants are known.</summary>
internal static class ConstantFolding
{
    /// <summary>The value; nil when the expression reads variables, calls what constants cannot call, or fails.</summary>
    public static Value Evaluate(ProgramScope program, Expression expression, SourceText source)
    {
        if (expression is StringExpression { IsLiteral: true, IsTranslatable: false } text)
        {
            return text.LiteralText;
        }

        DiagnosticBag ignored = new();
        BindingSession session = program.Session.WithDiagnostics(ignored);
        ConstantScope scope = new(session, program.Constants, null, "");
        EvaluationNode node = new ExpressionBinder(scope, source).Bind(expression);
        if (ignored.HasErrors)
        {
            return default;
        }

        Value value = node.Evaluate(new ConstantContext(session, session.Locale));
        return value.IsSignal ? default : value;
    }
}
