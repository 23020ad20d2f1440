using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bubblescript.Schemas;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>An entry of a prompt file with its template filled in, ready to be sent to a model.</summary>
internal sealed class Prompt
{
    private Prompt(MapValue source, ImmutableArray<string> text, ImmutableArray<string> system)
    {
        Source = source;
        Text = text;
        System = system;
    }

    /// <summary>The entry as it was written.</summary>
    public MapValue Source { get; }

    /// <summary>The text in parts; the conversation stands between two parts.</summary>
    public ImmutableArray<string> Text { get; }

    /// <summary>The instructions that stand before the text, in parts like it; one empty part without them.</summary>
    public ImmutableArray<string> System { get; }

    /// <summary>Whether the answer must be JSON.</summary>
    public bool IsJson { get; private init; }

    /// <summary>The schema of the answer, or null.</summary>
    public CompiledSchema? Schema { get; private init; }

    /// <summary>The declared tasks that the model may call.</summary>
    public ImmutableArray<DeclaredTask> Tools { get; private init; } = [];

    public static bool TryRead(
        Value value, MapValue variables, FunctionContext context, [NotNullWhen(true)] out Prompt? prompt, [NotNullWhen(false)] out string? problem)
    {
        prompt = null;
        problem = null;
        Value operand = Operand.Of(value);
        MapValue source = operand.AsString() is { } plain ? MapValue.From(("text", plain)) : operand.AsMap() ?? MapValue.Empty;
        string template = ValueText.ToText(source["text"], context.Locale);
        if (string.IsNullOrWhiteSpace(template))
        {
            problem = $"the prompt must be an entry of a prompt file with a text, or a text, got {ValueDescription.Describe(value)}";
            return false;
        }

        if (!TryReadSchema(source["schema"], context, out CompiledSchema? schema, out problem)
            || !TryReadTools(source["tools"], context, out ImmutableArray<DeclaredTask> tools, out problem))
        {
            return false;
        }

        PromptTemplate filler = new(variables, context);
        prompt = new Prompt(source, filler.Fill(template), filler.Fill(ValueText.ToText(source["system"], context.Locale)))
        {
            IsJson = schema is not null || ValueText.ToText(source["format"]).Equals("json", StringComparison.OrdinalIgnoreCase),
            Schema = schema,
            Tools = tools,
        };
        return true;
    }

    private static bool TryReadSchema(Value value, FunctionContext context, out CompiledSchema? schema, [NotNullWhen(false)] out string? problem)
    {
        schema = null;
        problem = null;
        if (value.IsNil)
        {
            return true;
        }

        Value definition = value.AsString() is { } name ? Value.MapOf(("$ref", name)) : value;
        if (CompiledSchema.TryCompile(definition, context.Schemas, out schema, out string? error))
        {
            return true;
        }

        problem = $"the schema of the prompt is invalid: {error}";
        return false;
    }

    private static bool TryReadTools(Value value, FunctionContext context, out ImmutableArray<DeclaredTask> tools, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        ImmutableArray<DeclaredTask>.Builder found = ImmutableArray.CreateBuilder<DeclaredTask>();
        foreach (Value item in value.AsList() ?? (value.IsNil ? ListValue.Empty : ListValue.From([value])))
        {
            string name = ValueText.ToText(item);
            if (context.FindDeclaredTask(name) is not { } task)
            {
                tools = [];
                problem = $"the prompt names the tool \"{name}\", but there is no declared task of that name; write: declare task {name}, description: \"…\", in: …";
                return false;
            }

            found.Add(task);
        }

        tools = found.ToImmutable();
        return true;
    }
}
