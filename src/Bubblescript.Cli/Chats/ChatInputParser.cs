using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts;
using Bubblescript.Values;

namespace Bubblescript.Cli.Chats;

/// <summary>Reads the lines that are typed in a chat: messages, and commands that begin with a colon.</summary>
internal static class ChatInputParser
{
    public const string Help = """
        :event NAME {json}    send an event
        :location LAT,LON     send a location pin
        :attach KIND URL      upload an image, audio, video or file
        :data {json}          submit a widget: {"type": "form", "text": "", "data": {}}
        :connect              connect again without a message
        :as USER              type as another user
        :vars                 show the variables
        :vars EXPRESSION      show the value of an expression
        :stack                show the dialog stack
        :help                 show this
        :quit                 leave; so does the end of the input
        ::text                say something that begins with a colon
        """;

    public static ChatInput Parse(string line)
    {
        if (line.StartsWith("::", StringComparison.Ordinal))
        {
            return Say(line[1..]);
        }

        if (line.Length < 2 || line[0] != ':' || !char.IsAsciiLetterLower(line[1]))
        {
            return Say(line);
        }

        (string name, string content) = StepText.SplitWord(line[1..]);
        return name switch
        {
            "event" => ParseEvent(content),
            "location" => ParseLocation(content),
            "attach" => ParseAttachment(content),
            "data" => ParseData(content),
            "connect" => new ChatInput.Act(new ConnectAction()),
            "as" => content.Length > 0 ? new ChatInput.SpeakAs(content) : new ChatInput.Invalid("':as' needs the id of a user, as in ':as alice'"),
            "vars" => new ChatInput.ShowVariables(content),
            "stack" => new ChatInput.ShowStack(),
            "help" => new ChatInput.Help(),
            "quit" or "exit" => new ChatInput.Quit(),
            _ => new ChatInput.Invalid($"there is no command ':{name}'; ':help' lists them, and '::{name}' says it"),
        };
    }

    private static ChatInput.Act Say(string text) => new(new UserTextAction(text));

    private static ChatInput ParseEvent(string content)
    {
        (string name, string json) = StepText.SplitWord(content);
        if (name.Length == 0)
        {
            return new ChatInput.Invalid("':event' needs a name, as in ':event order {\"id\": 1}'");
        }

        return StepText.TryReadOptionalJson(json, out Value payload, out string problem)
            ? new ChatInput.Act(new UserEventAction(name, payload))
            : new ChatInput.Invalid(problem);
    }

    private static ChatInput ParseLocation(string content) =>
        GeoLocation.TryRead(content, out double latitude, out double longitude) && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new ChatInput.Act(new UserLocationAction(latitude, longitude))
            : new ChatInput.Invalid("':location' needs latitude (-90 to 90) and longitude (-180 to 180), as in ':location 52.36,4.89'");

    private static ChatInput ParseAttachment(string content)
    {
        (string name, string url) = StepText.SplitWord(content);
        return MessageNames.FindKind(name) is { } kind && kind != MediaKind.Web && url.Length > 0
            ? new ChatInput.Act(new UserAttachmentAction(kind, url))
            : new ChatInput.Invalid("':attach' needs a kind (image, audio, video, file) and an address, as in ':attach image https://example.com/a.png'");
    }

    private static ChatInput ParseData(string content)
    {
        if (!StepText.TryReadJson(content, out Value value, out string problem))
        {
            return new ChatInput.Invalid(problem);
        }

        return value.AsMap() is { } fields && PayloadFields.Text(fields, "type") is { } type
            ? new ChatInput.Act(new UserDataAction(type, PayloadFields.Text(fields, "text") ?? "", fields["data"]))
            : new ChatInput.Invalid("':data' needs a type, as in ':data {\"type\": \"form\", \"text\": \"\", \"data\": {}}'");
    }
}
