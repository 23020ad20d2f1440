using System.Collections.Immutable;
using Bubblescript.Schemas;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// The exchange with a model that one call of <c>LLM.complete</c> stands for: the prompt, tasks that the model asks for, and corrections of answers that
/// are not what the prompt demands. Every step is a request of its own, so that the exchange can be saved between any two of them.
/// </summary>
internal sealed class ModelConversation(Prompt prompt, FunctionContext context)
{
    private const int MostToolRounds = 8;
    private const int MostCorrections = 2;

    private readonly List<Value> _messages = [];
    private int _corrections;

    public Value Run()
    {
        if (prompt.System is not [""])
        {
            _messages.Add(Message("system", prompt.System));
        }

        _messages.Add(Message("user", prompt.Text));
        int toolRounds = 0;
        while (true)
        {
            Value answer = context.Await(new ExternalRequest(LanguageModelFunctions.RequestKind, Request()));
            if (answer.IsSignal)
            {
                return answer;
            }

            MapValue reply = answer.AsMap() ?? MapValue.Empty;
            if (!reply["error"].IsNil)
            {
                return Result(default, default, reply["error"]);
            }

            string text = reply["text"].AsString() ?? "";
            if (reply["calls"].AsList() is { Count: > 0 } calls)
            {
                if (toolRounds++ == MostToolRounds)
                {
                    return Result(text, default, $"the model asked for tools more than {MostToolRounds} times");
                }

                Value failure = RunTools(text, calls);
                if (failure.IsSignal)
                {
                    return failure;
                }

            }
            else if (Take(text) is { } result)
            {
                return result;
            }
        }
    }

    /// <summary>The result that an answer makes; null when the model is asked to correct it.</summary>
    private Value? Take(string text)
    {
        if (!prompt.IsJson)
        {
            return Result(text, default, default);
        }

        Value data = ModelAnswer.ReadJson(text, out string? problem);
        problem ??= prompt.Schema?.Validate(data, context.Limits)?.Describe();
        if (problem is null)
        {
            return Result(text, data, default);
        }

        if (_corrections++ == MostCorrections)
        {
            return Result(text, default, $"the answer of the model is not what the prompt demands: {problem}");
        }

        _messages.Add(Message("assistant", text));
        _messages.Add(Message("user", $"That answer cannot be used: {problem}. Answer again, with nothing but the corrected JSON."));
        return null;
    }

    private static Value Result(Value text, Value data, Value error) => Value.MapOf(("text", text), ("data", data), ("error", error));

    private static Value Message(string role, params ImmutableArray<string> parts) => Value.MapOf(
        ("role", role),
        ("text", parts.Length == 1 ? parts[0] : ListValue.From(parts.Select(static part => (Value)part))));

    private Value RunTools(string text, ListValue calls)
    {
        _messages.Add(Value.MapOf(("role", "assistant"), ("text", text), ("calls", calls)));
        foreach (Value call in calls)
        {
            Value result = RunTool(call.AsMap() ?? MapValue.Empty);
            if (result.IsSignal)
            {
                return result;
            }

            _messages.Add(Value.MapOf(("role", "tool"), ("call_id", call.AsMap()?["id"] ?? default), ("text", TextOf(result))));
        }

        return default;
    }

    private Value RunTool(MapValue call)
    {
        string name = call["name"].AsString() ?? "";
        if (prompt.Tools.FirstOrDefault(tool => string.Equals(tool.Name, name, StringComparison.Ordinal)) is not { } task)
        {
            return $"error: there is no tool \"{name}\"";
        }

        Value arguments = call["arguments"].IsNil ? MapValue.Empty : call["arguments"];

        // A model that gets its arguments wrong can be told so; a script that does fails.
        if (!task.InputSchema.IsNil
            && CompiledSchema.TryCompile(task.InputSchema, context.Schemas, out CompiledSchema? schema, out _)
            && schema.Validate(arguments, context.Limits) is { } violation)
        {
            return $"error: {violation.Describe()}";
        }

        return context.Await(new ExternalRequest(LanguageModelFunctions.TaskRequestKind, Value.MapOf(("name", name), ("arguments", arguments))));
    }

    private string TextOf(Value result) => result.Kind is ValueKind.Map or ValueKind.List or ValueKind.Range or ValueKind.Record
        ? ValueJson.ToJson(result, context.Locale)
        : result.IsNil ? "done" : ValueText.ToText(result, context.Locale);

    private Value Request()
    {
        List<KeyValuePair<string, Value>> entries = [KeyValuePair.Create("messages", (Value)ListValue.From(_messages))];
        foreach (string option in (ReadOnlySpan<string>)["provider", "model", "temperature", "max_tokens"])
        {
            if (!prompt.Source[option].IsNil)
            {
                entries.Add(KeyValuePair.Create(option, prompt.Source[option]));
            }
        }

        if (prompt.IsJson)
        {
            entries.Add(KeyValuePair.Create("format", (Value)"json"));
        }

        if (prompt.Schema is { } schema)
        {
            entries.Add(KeyValuePair.Create("schema", SchemaBundle.Create(schema.Source, context.Schemas)));
        }

        if (prompt.Tools.Length > 0)
        {
            entries.Add(KeyValuePair.Create("tools", (Value)ListValue.From(prompt.Tools.Select(DescribeTool))));
        }

        return MapValue.From(entries);
    }

    private Value DescribeTool(DeclaredTask task) => Value.MapOf(
        ("name", task.Name),
        ("description", task.Description),
        ("parameters", task.InputSchema.IsNil ? Value.MapOf(("type", "object")) : SchemaBundle.Create(task.InputSchema, context.Schemas)));
}
