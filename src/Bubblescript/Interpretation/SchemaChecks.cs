using Bubblescript.Evaluation;
using Bubblescript.Schemas;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Checks values against the schemas of typed functions and declared tasks (language reference, section 9).</summary>
internal static class SchemaChecks
{
    /// <summary>The value, or an error that names what it is and the path that does not fit.</summary>
    public static Value Check(Turn turn, Value value, EvaluationNode schema, string subject, SourcePlace place)
    {
        Value definition = turn.EvaluateOutside(schema);
        if (definition.IsSignal)
        {
            return definition;
        }

        if (!turn.Current.Bot.Schemas.TryGet(definition, out CompiledSchema? compiled, out string? problem))
        {
            return Fail($"the schema of {subject} is invalid: {problem}");
        }

        return compiled.Validate(value) is { } violation ? Fail($"{subject} must fit the schema: {violation.Describe()}") : value;

        Value Fail(string message) => new RuntimeError(message, place.Source, place.Span).ToValue();
    }
}
