using System.Text.Json;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Cli.Chats;

/// <summary>User actions from their JSON (chat messages, section 4.3): <c>{"type": …, "payload": …, "id": …}</c>.</summary>
internal static class UserActionJson
{
    /// <returns>The action; null for what a bot never sees, which is that the user types.</returns>
    /// <exception cref="JsonException">The text is no user action; the message says why.</exception>
    public static UserAction? Parse(string json)
    {
        Value value = ValueJson.Parse(json);
        if (value.AsError() is { } error)
        {
            throw new JsonException(error.Message);
        }

        MapValue fields = value.AsMap() ?? throw new JsonException("a user action must be a JSON object");
        UserAction? action = Parse(PayloadFields.Text(fields, "type"), fields["payload"]);
        return PayloadFields.Text(fields, "id") is { } id && action is not null ? action with { Id = id } : action;
    }

    private static UserAction? Parse(string? type, Value payload) => type switch
    {
        "user_message" when payload.AsString() is { } text => new UserTextAction(text),
        "user_message" => ParseMessage(FieldsOf(type, payload)),
        "user_event" or "event" => ParseEvent(FieldsOf(type, payload)),
        "user_location" => ParseLocation(FieldsOf(type, payload)),
        "user_attachment" => ParseAttachment(FieldsOf(type, payload)),
        "typing" when payload.Kind == ValueKind.Boolean => null,
        "typing" => throw new JsonException("the payload of 'typing' must be true or false"),
        "connect" => new ConnectAction(),
        null => throw new JsonException("a user action needs a type"),
        _ => throw new JsonException($"'{type}' is no type of user action; use user_message, user_event, user_location, user_attachment, typing or connect"),
    };

    private static MapValue FieldsOf(string type, Value payload) =>
        payload.AsMap() ?? throw new JsonException($"the payload of '{type}' must be an object");

    private static UserAction ParseMessage(MapValue fields)
    {
        string text = PayloadFields.Text(fields, "text") ?? "";
        string type = PayloadFields.Text(fields, "type") ?? "text";
        string? inputType = PayloadFields.Text(fields, "input_type");
        if (type is "text" && fields["data"].IsNil)
        {
            UserTextAction action = new(text);
            return inputType is null ? action : action with { InputType = inputType };
        }

        UserDataAction submission = new(type, text, fields["data"]);
        return inputType is null ? submission : submission with { InputType = inputType };
    }

    private static UserEventAction ParseEvent(MapValue fields) => new(PayloadFields.RequiredText(fields, "name"), fields["payload"]);

    private static UserLocationAction ParseLocation(MapValue fields) =>
        new(PayloadFields.RequiredNumber(fields, "lat"), PayloadFields.RequiredNumber(fields, "lon"));

    private static UserAttachmentAction ParseAttachment(MapValue fields) =>
        new(PayloadFields.RequiredKind(fields, "type"), PayloadFields.RequiredText(fields, "url")) { Caption = PayloadFields.Text(fields, "caption") };
}
