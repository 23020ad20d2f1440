using System.Text.Json;
using Bubblescript.Builtins;
using Bubblescript.Storage;
using Bubblescript.Values;
using Microsoft.Extensions.AI;

namespace Bubblescript.Coordination.LanguageModels;

/// <summary>Carries the requests of <c>LLM.complete</c> to the model of the host application (builtin functions, section 9).</summary>
/// <param name="client">The model, or null: every call is a runtime error then.</param>
/// <param name="store">Has the conversations that prompts quote.</param>
/// <param name="timeout">The longest time of one answer.</param>
internal sealed class LanguageModelHandler(IChatClient? client, IConversationStore store, TimeSpan timeout) : IExternalCallHandler
{
    /// <inheritdoc/>
    public string Kind => LanguageModelFunctions.RequestKind;

    /// <inheritdoc/>
    public async ValueTask<ExternalAnswer> AnswerAsync(ExternalCall call, CancellationToken cancellationToken)
    {
        if (client is null)
        {
            return new ExternalAnswer(default, "LLM.complete: no language model is configured; the host application sets one with UseChatClient");
        }

        MapValue payload = call.Payload.AsMap() ?? MapValue.Empty;
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            List<ChatMessage> messages = await ReadMessagesAsync(payload, call.Address, limit.Token).ConfigureAwait(false);
            ChatResponse response = await client.GetResponseAsync(messages, ReadOptions(payload), limit.Token).ConfigureAwait(false);
            return new ExternalAnswer(Value.MapOf(("text", response.Text), ("calls", ReadCalls(response))));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failure($"the language model did not answer within {timeout.TotalSeconds:0.###} s");
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
        {
            // Every provider throws exceptions of its own; a model that fails is a result that the script can deal with.
            return Failure($"the language model failed: {exception.Message}");
        }
    }

    private static ExternalAnswer Failure(string error) => new(Value.MapOf(("error", error)));

    private async ValueTask<List<ChatMessage>> ReadMessagesAsync(MapValue payload, string address, CancellationToken cancellationToken)
    {
        List<ChatMessage> messages = [];
        string? transcript = null;
        foreach (Value item in payload["messages"].AsList() ?? ListValue.Empty)
        {
            MapValue message = item.AsMap() ?? MapValue.Empty;
            string text = message["text"].AsString() ?? "";
            if (message["text"].AsList() is { } parts)
            {
                transcript ??= await TranscriptReader.ReadAsync(store, address, cancellationToken).ConfigureAwait(false);
                text = string.Join(transcript, parts.Select(static part => part.AsString()));
            }

            ChatRole role = new(message["role"].AsString() ?? "user");
            if (role == ChatRole.Tool)
            {
                messages.Add(new ChatMessage(role, [new FunctionResultContent(message["call_id"].AsString() ?? "", text)]));
                continue;
            }

            ChatMessage read = new(role, text);
            foreach (Value call in message["calls"].AsList() ?? ListValue.Empty)
            {
                read.Contents.Add(ToContent(call.AsMap() ?? MapValue.Empty));
            }

            messages.Add(read);
        }

        return messages;
    }

    private static FunctionCallContent ToContent(MapValue call)
    {
        Dictionary<string, object?> arguments = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, Value> argument in call["arguments"].AsMap() ?? MapValue.Empty)
        {
            arguments[argument.Key] = ValueJson.ToElement(argument.Value);
        }

        return new FunctionCallContent(call["id"].AsString() ?? "", call["name"].AsString() ?? "", arguments);
    }

    private static ChatOptions ReadOptions(MapValue payload)
    {
        ChatOptions options = new()
        {
            ModelId = payload["model"].AsString(),
            Temperature = (float?)payload["temperature"].AsDouble(),
            MaxOutputTokens = (int?)payload["max_tokens"].AsInteger(),
        };
        if (payload["provider"].AsString() is { } provider)
        {
            options.AdditionalProperties = new AdditionalPropertiesDictionary { ["provider"] = provider };
        }

        if (!payload["format"].IsNil)
        {
            options.ResponseFormat = payload["schema"].IsNil ? ChatResponseFormat.Json : ChatResponseFormat.ForJsonSchema(ValueJson.ToElement(payload["schema"]));
        }

        foreach (Value item in payload["tools"].AsList() ?? ListValue.Empty)
        {
            MapValue tool = item.AsMap() ?? MapValue.Empty;
            options.Tools ??= [];
            options.Tools.Add(AIFunctionFactory.CreateDeclaration(
                tool["name"].AsString() ?? "", tool["description"].AsString(), ValueJson.ToElement(tool["parameters"])));
        }

        return options;
    }

    private static ListValue ReadCalls(ChatResponse response) => ListValue.From(response.Messages
        .SelectMany(static message => message.Contents)
        .OfType<FunctionCallContent>()
        .Select(static call => Value.MapOf(("id", call.CallId), ("name", call.Name), ("arguments", ReadArguments(call)))));

    private static Value ReadArguments(FunctionCallContent call)
    {
        if (call.Arguments is null)
        {
            return MapValue.Empty;
        }

        // Providers give arguments as elements, nodes or plain objects; JSON is what all of them can be written as.
        JsonElement element = JsonSerializer.SerializeToElement(call.Arguments, AIJsonUtilities.DefaultOptions);
        Value arguments = ValueJson.FromElement(element);
        return arguments.IsSignal ? MapValue.Empty : arguments;
    }
}
