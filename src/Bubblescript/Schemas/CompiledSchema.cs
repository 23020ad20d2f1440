using System.Diagnostics.CodeAnalysis;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>
/// A JSON schema (draft 7, the keywords of the language reference, section 9), ready to check values. Immutable and safe for use by several threads.
/// </summary>
internal sealed class CompiledSchema
{
    private readonly SchemaNode _root;

    private CompiledSchema(SchemaNode root, Value source)
    {
        _root = root;
        Source = source;
    }

    /// <summary>The schema as it was written.</summary>
    public Value Source { get; }

    /// <summary>Compiles a schema.</summary>
    /// <param name="schema">A map or a boolean.</param>
    /// <param name="schemas">The value of <c>@schemas</c>, which references can name.</param>
    /// <param name="compiled">The compiled schema.</param>
    /// <param name="error">What is wrong with the schema and where.</param>
    public static bool TryCompile(
        Value schema, MapValue schemas, [NotNullWhen(true)] out CompiledSchema? compiled, [NotNullWhen(false)] out string? error)
    {
        SchemaCompiler compiler = new(schema, schemas);
        SchemaNode root = compiler.Compile();
        error = compiler.Error;
        compiled = error is null ? new CompiledSchema(root, schema) : null;
        return compiled is not null;
    }

    /// <summary>
    /// The first difference between the value and the schema, or null. Entities count as their value, messages as their text, atoms as strings; an entry
    /// with nil counts as absent, unless the schema of the entry allows nil.
    /// </summary>
    public SchemaViolation? Validate(Value value, ExecutionLimits? limits = null) => new SchemaWalk(limits ?? ExecutionLimits.Default).Check(_root, value);
}
