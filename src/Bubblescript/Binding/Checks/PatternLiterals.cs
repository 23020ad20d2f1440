using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding.Checks;

/// <summary>Finds the literal patterns in what a trigger or matcher is given.</summary>
internal static class PatternLiterals
{
    /// <summary>Notes every literal text, alone, in lists and in constants that are texts, as a pattern.</summary>
    public static void Collect(Expression expression, SourceText source, ExpressionScope scope, bool isTrigger)
    {
        ProgramScope? program = scope as ProgramScope ?? (scope as BodyScope)?.Program;
        switch (expression)
        {
            case StringExpression { IsLiteral: true, IsTranslatable: false } text:
                Note(text.LiteralText, text);
                break;
            case ListExpression list:
                foreach (Argument item in list.Items)
                {
                    Collect(item.Value, source, scope, isTrigger);
                }

                break;
            case ConstantExpression constant when isTrigger && scope.Constants.Find(constant.Name) is { HasFailed: false, Definitions.Count: > 0 } symbol:
                foreach (string pattern in TextsOf(symbol.Cell.Value))
                {
                    Note(pattern, constant);
                }

                break;
        }

        void Note(string pattern, SyntaxNode node) =>
            scope.Session.Patterns.Add(new PatternUse(pattern, new SourcePlace(source, node.Span), program));
    }

    private static IEnumerable<string> TextsOf(Value value) => value.AsString() is { } text
        ? [text]
        : (value.AsList() ?? ListValue.Empty).Where(static item => item.IsString).Select(static item => item.AsString()!);
}
