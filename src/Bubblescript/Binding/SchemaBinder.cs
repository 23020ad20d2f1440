using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Schemas;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>JSON schemas of functions and declared tasks: known when the bot is loaded (language reference, section 9).</summary>
internal static class SchemaBinder
{
    public static EvaluationNode Bind(ProgramScope program, Expression schema, SourceText source)
    {
        BindingSession session = program.Session;
        int before = session.Diagnostics.ErrorCount;
        ConstantScope scope = new(session, program.Constants, null, "a schema");
        EvaluationNode node = new ExpressionBinder(scope, source).Bind(schema);
        if (session.Diagnostics.ErrorCount > before)
        {
            return node;
        }

        Value value = node.Evaluate(new ConstantContext(session, session.Locale));
        SourcePlace place = new(source, schema.Span);
        if (value.AsError() is { } error)
        {
            session.Report(Descriptors.InvalidSchema, place, $"the schema has no value: {error.Message}");
        }
        else if (!CompiledSchema.TryCompile(value, Schemas(program), out _, out string? problem))
        {
            session.Report(Descriptors.InvalidSchema, place, $"the schema is invalid: {problem}");
        }

        return new LiteralNode(place, value.IsSignal ? default : value);
    }

    private static MapValue Schemas(ProgramScope program) =>
        program.Constants.Find("schemas") is { HasFailed: false } schemas ? schemas.Cell.Value.AsMap() ?? MapValue.Empty : MapValue.Empty;
}
