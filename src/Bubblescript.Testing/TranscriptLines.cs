using System.Globalization;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts;
using Bubblescript.Values;

namespace Bubblescript.Testing;

/// <summary>Messages as the lines of a transcript that list them. Safe for use by several threads.</summary>
public static class TranscriptLines
{
    /// <summary>
    /// The step for a message, followed by its refinements, indented by two blanks. Nothing for what a transcript does not list: typing, silence,
    /// deleted messages.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="conversation">The name of the conversation; <c>user</c> is the one that needs no name.</param>
    public static IReadOnlyList<string> From(ChatMessage message, string conversation = TranscriptStep.DefaultConversation)
    {
        string? step = DescribeBot(message, conversation) ?? DescribeUser(message, conversation);
        return step is null ? [] : [step, .. DescribeRefinements(message)];
    }

    internal static string Format(string conversation, string kind, string content)
    {
        string actor = string.Equals(conversation, TranscriptStep.DefaultConversation, StringComparison.Ordinal) ? "bot" : "bot to " + conversation;
        return $"{actor}{(kind.Length == 0 ? "" : " ")}{kind}: {Escape(content)}";
    }

    internal static string Escape(string text) => text.ReplaceLineEndings("\n").Replace("\n", "\\n", StringComparison.Ordinal);

    internal static string DescribeQuickReplies(IReadOnlyList<QuickReply> quickReplies) => string.Join(" | ", quickReplies.Select(NameOf));

    /// <summary>How a transcript names a quick reply: by its title, buttons for locations and uploads as <c>:location</c>, <c>:image</c> …</summary>
    internal static string NameOf(QuickReply quickReply) => quickReply.ContentType == QuickReplyContentType.Text
        ? Escape(quickReply.Title ?? "")
        : ":" + quickReply.ContentType.ToString().ToLowerInvariant();

    internal static string FormatNumber(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    internal static IReadOnlyList<QuickReply> QuickRepliesOf(ChatMessage message) => message.Payload switch
    {
        TextPayload text => text.QuickReplies,
        MediaPayload media => media.QuickReplies,
        LocationPayload location => location.QuickReplies,
        TemplatePayload template => PayloadFields.QuickReplies(template.Fields),
        _ => [],
    };

    internal static string? ClassOf(ChatMessage message) => message.Payload switch
    {
        TextPayload text => text.Class,
        MediaPayload media => media.Class,
        LocationPayload location => location.Class,
        TemplatePayload template => template.Class,
        _ => null,
    };

    private static string? DescribeBot(ChatMessage message, string conversation) => message.Payload switch
    {
        TextPayload text => Format(conversation, "", text.Message),
        MediaPayload media => Format(conversation, media.Kind.ToString().ToLowerInvariant(), media.Url),
        LocationPayload location => Format(conversation, "location", $"{FormatNumber(location.Latitude)}, {FormatNumber(location.Longitude)}"),
        TemplatePayload template => Format(conversation, "template", $"{template.TemplateType} {ValueJson.ToJson(template.Fields)}"),
        ContactPayload contact => Format(conversation, "contact", ValueJson.ToJson(contact.Fields)),
        EmitPayload emit => Format(conversation, "event", emit.Payload.IsNil ? emit.Event : $"{emit.Event} {ValueJson.ToJson(emit.Payload)}"),
        InputMethodPayload input => Format(conversation, "input", $"{input.Method} {ValueJson.ToJson(input.Configuration)}"),
        SideEffectPayload effect => DescribeEffect(effect, conversation),
        _ => null,
    };

    private static string DescribeEffect(SideEffectPayload effect, string conversation)
    {
        (string kind, Value content) = EffectContent.Of(effect);
        return Format(conversation, kind, content.AsString() ?? ValueJson.ToJson(content));
    }

    private static string? DescribeUser(ChatMessage message, string conversation) => message.Payload switch
    {
        UserMessagePayload { Data.IsNil: false } submission => $"{conversation} data: {ValueJson.ToJson(ChatMessageJson.ToValue(submission))}",
        UserMessagePayload text => $"{conversation}: {Escape(text.Text)}",
        UserEventPayload { Payload.IsNil: true } userEvent => $"{conversation} event: {userEvent.Name}",
        UserEventPayload userEvent => $"{conversation} event: {userEvent.Name} {ValueJson.ToJson(userEvent.Payload)}",
        UserLocationPayload pin => $"{conversation} location: {FormatNumber(pin.Latitude)}, {FormatNumber(pin.Longitude)}",
        UserAttachmentPayload upload => $"{conversation} attachment: {upload.Kind.ToString().ToLowerInvariant()} {upload.Url}",
        _ => null,
    };

    private static IEnumerable<string> DescribeRefinements(ChatMessage message)
    {
        if (QuickRepliesOf(message) is { Count: > 0 } quickReplies)
        {
            yield return "  quick replies: " + DescribeQuickReplies(quickReplies);
        }

        if (message.Payload is not TemplatePayload && ClassOf(message) is { } className)
        {
            yield return "  class: " + className;
        }

        if (message.Payload is MediaPayload { Caption: { } caption })
        {
            yield return "  caption: " + Escape(caption);
        }

        if (message.As is { } identity)
        {
            yield return "  as: " + ValueJson.ToJson(identity.Fields);
        }
    }
}
