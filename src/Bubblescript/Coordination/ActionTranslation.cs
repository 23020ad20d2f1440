using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Turns what users do into inputs and history entries, and refuses what is out of range.</summary>
internal static class ActionTranslation
{
    public static ProcessInput ToInput(UserAction action, ExecutionLimits limits)
    {
        ProcessInput input = action switch
        {
            UserTextAction text => new MessageInput(Check(text.Text, limits), "text", default, text.InputType, ToPlain(text.Metadata)),
            UserDataAction data => new MessageInput(Check(data.Text, limits), data.Type, ToPlain(data.Data), data.InputType, ToPlain(data.Metadata)),
            UserEventAction sent => new EventInput(CheckName(sent.Name), ToPlain(sent.Payload), Sender: null, EventOrigin.Client),
            UserLocationAction location => new LocationInput(Check(location.Latitude, 90), Check(location.Longitude, 180)),
            UserAttachmentAction attachment => new AttachmentInput(
                MessageNames.Of(attachment.Kind).ToString(), attachment.Url, attachment.Caption, ToPlain(attachment.Metadata)),
            ConnectAction connect => new ConnectInput(ToPlain(connect.Payload)),
            _ => throw new ArgumentException($"Actions of the type {action.GetType().Name} are unknown.", nameof(action)),
        };
        return action.Id is { } id ? input with { Id = id } : input;
    }

    /// <summary>The action as it stands in the history; null for what the history does not have.</summary>
    public static ChatMessage? ToMessage(UserAction action, string address, DateTimeOffset now, IdSource ids)
    {
        MessagePayload? payload = action switch
        {
            UserTextAction text => new UserMessagePayload(text.Text) { InputType = text.InputType, Metadata = NonEmpty(text.Metadata) },
            UserDataAction data => new UserMessagePayload(data.Text)
            {
                Method = data.Type,
                Data = ToPlain(data.Data),
                InputType = data.InputType,
                Metadata = NonEmpty(data.Metadata),
            },
            UserEventAction sent => new UserEventPayload(sent.Name, ToPlain(sent.Payload), address),
            UserLocationAction location => new UserLocationPayload(location.Latitude, location.Longitude),
            UserAttachmentAction attachment => new UserAttachmentPayload(attachment.Kind, attachment.Url)
            {
                Caption = attachment.Caption,
                Metadata = NonEmpty(attachment.Metadata),
            },
            _ => null,
        };
        return payload is null
            ? null
            : ChatMessage.From(payload) with { Id = action.Id ?? ids.Next(), Time = now, Sender = address };
    }

    /// <summary>A plain copy of what a host hands over.</summary>
    /// <exception cref="ArgumentException">The value is larger than an input may be, or nested too deeply.</exception>
    public static Value ToPlain(Value value)
    {
        Value plain = ValueNormalizer.Normalize(value, LocaleContext.English);
        return plain.AsError() is { } error ? throw new ArgumentException($"The value cannot be sent: {error.Message}.", nameof(value)) : plain;
    }

    public static MapValue ToPlain(MapValue map) => map.Count == 0 ? map : ToPlain((Value)map).AsMap() ?? MapValue.Empty;

    private static MapValue? NonEmpty(MapValue map) => map.Count == 0 ? null : ToPlain(map);

    private static string Check(string text, ExecutionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= limits.MessageLength
            ? text
            : throw new ArgumentException($"The text has {text.Length} characters; a message may have {limits.MessageLength}.", nameof(text));
    }

    private static string CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }

    private static double Check(double degrees, double largest) => Math.Abs(degrees) <= largest
        ? degrees
        : throw new ArgumentOutOfRangeException(nameof(degrees), degrees, $"Degrees must be from {-largest} to {largest}.");
}
