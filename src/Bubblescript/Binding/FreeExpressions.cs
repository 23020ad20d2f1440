using System.Collections.Frozen;
using Bubblescript.Binding.DataFiles;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>Binds expressions of tests, transcripts and tools against a bot that is complete: its slots can be read, but none can be added.</summary>
internal static class FreeExpressions
{
    public static BoundExpression Bind(Bot bot, string text, ScriptKind kind, IReadOnlyDictionary<string, Value>? variables)
    {
        SourceText source = new("expression", text);
        DiagnosticBag diagnostics = new();
        Expression expression = ScriptParser.ParseExpression(source, ProgramOf(bot, kind).FunctionNames, diagnostics);
        return Bind(bot, expression, source, kind, variables, diagnostics);
    }

    public static BoundExpression Bind(Bot bot, Expression expression, SourceText source, ScriptKind kind, IReadOnlyDictionary<string, Value>? variables) =>
        Bind(bot, expression, source, kind, variables, new DiagnosticBag());

    private static BoundExpression Bind(
        Bot bot, Expression expression, SourceText source, ScriptKind kind, IReadOnlyDictionary<string, Value>? variables, DiagnosticBag diagnostics)
    {
        BotProgram program = ProgramOf(bot, kind);
        TranslationTables translations = new(diagnostics);
        BindingSession session = new(bot.Id, diagnostics, bot.Parts.Builtins, translations, new LocaleContext(bot.Locale, bot.Locale));
        Scope scope = new(session, program, variables ?? FrozenDictionary<string, Value>.Empty);
        EvaluationNode node = new ExpressionBinder(scope, source).Bind(expression);
        return new BoundExpression(node, diagnostics.ToSorted([]));
    }

    private static BotProgram ProgramOf(Bot bot, ScriptKind kind) => kind switch
    {
        ScriptKind.Master => bot.Parts.Master ?? bot.Parts.Main,
        ScriptKind.Group => bot.Parts.Group ?? bot.Parts.Main,
        _ => bot.Parts.Main,
    };

    private sealed class Scope(BindingSession session, BotProgram program, IReadOnlyDictionary<string, Value> variables) : ExpressionScope
    {
        public override BindingSession Session => session;

        public override ConstantTable Constants => program.Constants;

        public override IReadOnlyDictionary<string, BoundFunction> Functions => program.Program.Functions;

        public override EvaluationNode BindName(string name, SourcePlace place)
        {
            if (variables.TryGetValue(name, out Value value))
            {
                return new LiteralNode(place, value);
            }

            if (PredefinedVariables.TryGet(name, out PredefinedVariable predefined))
            {
                return new PredefinedNode(place, predefined);
            }

            return program.Program.VariableSlots.TryGetValue(name, out int slot) ? new VariableNode(place, name, slot) : new LiteralNode(place, default);
        }

        /// <summary>The bot is complete and may be in use by other threads: nothing is noted.</summary>
        public override void NoteConstant(ConstantSymbol constant)
        {
        }
    }
}
