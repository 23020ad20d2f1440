using System.Text.Json;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>The saved form of inputs: those that wait in an inbox, and those that a process has deferred.</summary>
internal static class InputSerializer
{
    public static ReadOnlyMemory<byte> Write(SavedInput input) => StateJson.Write(input, static (writer, saved) =>
    {
        StateJson.WriteText(writer, "creator", saved.CreatorBotId);
        WriteFields(writer, saved.Input);
        if (saved.Action is { } action)
        {
            writer.WritePropertyName("action"u8);
            ChatMessageJson.Write(writer, action);
        }
    });

    /// <exception cref="StateFormatException">The document is of a newer format, or none.</exception>
    public static SavedInput Read(ReadOnlyMemory<byte> utf8Json) => StateJson.Read(utf8Json, static root => new SavedInput(
        ReadFields(root),
        StateJson.ReadText(root, "creator"),
        root.TryGetProperty("action", out JsonElement action) ? ChatMessageJson.Deserialize(action.GetRawText()) : null));

    /// <summary>Writes the properties of an input into the object that the caller has begun.</summary>
    public static void WriteFields(Utf8JsonWriter writer, ProcessInput input)
    {
        StateJson.WriteText(writer, "id", input.Id);
        switch (input)
        {
            case EventInput sent:
                writer.WriteString("kind"u8, "event"u8);
                WriteEvent(writer, sent);
                break;
            case MessageInput message:
                writer.WriteString("kind"u8, "message"u8);
                WriteMessage(writer, message);
                break;
            case AnswerInput answer:
                writer.WriteString("kind"u8, "answer"u8);
                writer.WriteString("call"u8, answer.CallId);
                StateJson.WriteValue(writer, "result", answer.Result);
                StateJson.WriteText(writer, "error", answer.Error);
                break;
            case AttachmentInput attachment:
                writer.WriteString("kind"u8, "attachment"u8);
                writer.WriteString("type"u8, attachment.Type);
                writer.WriteString("url"u8, attachment.Url);
                StateJson.WriteText(writer, "caption", attachment.Caption);
                StateJson.WriteMap(writer, "metadata", attachment.Metadata);
                break;
            case ConnectInput connect:
                writer.WriteString("kind"u8, "connect"u8);
                StateJson.WriteValue(writer, "payload", connect.Payload);
                break;
            default:
                WriteRest(writer, input);
                break;
        }
    }

    /// <exception cref="StateFormatException">The object is no input.</exception>
    public static ProcessInput ReadFields(JsonElement element)
    {
        ProcessInput input = StateJson.ReadText(element, "kind") switch
        {
            "event" => ReadEvent(element),
            "message" => ReadMessage(element),
            "answer" => new AnswerInput(Text(element, "call"), StateJson.ReadValue(element, "result"), StateJson.ReadText(element, "error")),
            "attachment" => new AttachmentInput(
                Text(element, "type"), Text(element, "url"), StateJson.ReadText(element, "caption"), StateJson.ReadMap(element, "metadata")),
            "connect" => new ConnectInput(StateJson.ReadValue(element, "payload")),
            "open" => new OpenInput(StateJson.ReadMap(element, "variables"), StateJson.ReadText(element, "group")),
            "location" => new LocationInput(element.GetProperty("lat").GetDouble(), element.GetProperty("lon").GetDouble()),
            "switch_bot" => new SwitchBotInput(Text(element, "bot"), StateJson.ReadText(element, "dialog"), StateJson.ReadMap(element, "data")),
            "return_bot" => new ReturnBotInput(StateJson.ReadText(element, "dialog"), StateJson.ReadMap(element, "data")),
            "timer" => new TimerInput(Text(element, "timer")),
            var kind => throw new StateFormatException($"'{kind}' is no kind of input."),
        };
        return StateJson.ReadText(element, "id") is { } id ? input with { Id = id } : input;
    }

    private static void WriteEvent(Utf8JsonWriter writer, EventInput sent)
    {
        writer.WriteString("name"u8, sent.Name);
        StateJson.WriteValue(writer, "payload", sent.Payload);
        StateJson.WriteText(writer, "sender", sent.Sender);
        writer.WriteString("origin"u8, NameOf(sent.Origin));
        if (sent.Query is { } query)
        {
            writer.WriteString("asker"u8, query.Asker);
            writer.WriteString("call"u8, query.CallId);
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, MessageInput message)
    {
        StateJson.WriteValue(writer, "text", message.Text);
        writer.WriteString("type"u8, message.Type);
        StateJson.WriteValue(writer, "data", message.Data);
        writer.WriteString("input_type"u8, message.InputType);
        StateJson.WriteMap(writer, "metadata", message.Metadata);
    }

    private static void WriteRest(Utf8JsonWriter writer, ProcessInput input)
    {
        switch (input)
        {
            case OpenInput open:
                writer.WriteString("kind"u8, "open"u8);
                StateJson.WriteMap(writer, "variables", open.Variables);
                StateJson.WriteText(writer, "group", open.Group);
                break;
            case LocationInput location:
                writer.WriteString("kind"u8, "location"u8);
                writer.WriteNumber("lat"u8, location.Latitude);
                writer.WriteNumber("lon"u8, location.Longitude);
                break;
            case SwitchBotInput switched:
                writer.WriteString("kind"u8, "switch_bot"u8);
                writer.WriteString("bot"u8, switched.BotId);
                StateJson.WriteText(writer, "dialog", switched.Dialog);
                StateJson.WriteMap(writer, "data", switched.Data);
                break;
            case ReturnBotInput returned:
                writer.WriteString("kind"u8, "return_bot"u8);
                StateJson.WriteText(writer, "dialog", returned.Dialog);
                StateJson.WriteMap(writer, "data", returned.Data);
                break;
            case TimerInput timer:
                writer.WriteString("kind"u8, "timer"u8);
                writer.WriteString("timer"u8, timer.TimerId);
                break;
            default:
                throw new InvalidOperationException($"Inputs of the type {input.GetType().Name} are not saved.");
        }
    }

    private static EventInput ReadEvent(JsonElement element)
    {
        QueryReference? query = StateJson.ReadText(element, "asker") is { } asker ? new QueryReference(asker, Text(element, "call")) : null;
        EventOrigin origin = StateJson.ReadText(element, "origin") switch
        {
            "client" => EventOrigin.Client,
            "process" => EventOrigin.Process,
            "schedule" => EventOrigin.Schedule,
            _ => EventOrigin.Host,
        };
        return new EventInput(Text(element, "name"), StateJson.ReadValue(element, "payload"), StateJson.ReadText(element, "sender"), origin, query);
    }

    private static MessageInput ReadMessage(JsonElement element) => new(
        StateJson.ReadValue(element, "text").AsString() ?? "",
        Text(element, "type"),
        StateJson.ReadValue(element, "data"),
        Text(element, "input_type"),
        StateJson.ReadMap(element, "metadata"));

    private static string NameOf(EventOrigin origin) => origin switch
    {
        EventOrigin.Client => "client",
        EventOrigin.Process => "process",
        EventOrigin.Schedule => "schedule",
        _ => "host",
    };

    private static string Text(JsonElement element, string name) =>
        StateJson.ReadText(element, name) ?? throw new StateFormatException($"The input lacks the property '{name}'.");
}
