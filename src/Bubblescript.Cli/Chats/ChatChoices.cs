using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Cli.Chats;

/// <summary>The numbered choices under a message: quick replies, buttons, items of a picker.</summary>
internal static class ChatChoices
{
    public static ImmutableArray<ChatChoice> Of(MessagePayload? payload) => payload switch
    {
        TextPayload text => Of(text.QuickReplies),
        MediaPayload media => Of(media.QuickReplies),
        LocationPayload location => Of(location.QuickReplies),
        TemplatePayload template => [.. Of(PayloadFields.QuickReplies(template.Fields)), .. Maps(template.Fields["buttons"]).Select(OfButton)],
        InputMethodPayload { Method: "item_picker" } picker when picker.Configuration["mode"].AsString() is not "multiple" =>
            [.. Items(picker.Configuration["items"]).Select(static item => OfItem(item))],
        _ => [],
    };

    /// <summary>The choice that somebody typed: its number, or null for anything else.</summary>
    public static ChatChoice? Find(ImmutableArray<ChatChoice> choices, string line)
    {
        string typed = line.Trim();
        bool isLabel = choices.Any(choice => string.Equals(choice.Label, typed, StringComparison.OrdinalIgnoreCase));
        return !isLabel && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= choices.Length
            ? choices[number - 1]
            : null;
    }

    private static ImmutableArray<ChatChoice> Of(QuickReplyList quickReplies) => [.. quickReplies.Select(OfQuickReply)];

    private static ChatChoice OfQuickReply(QuickReply reply) => reply.ContentType switch
    {
        QuickReplyContentType.Text => new ChatChoice(reply.Title ?? "", new UserTextAction(reply.Title ?? "") { InputType = "touch" }),
        QuickReplyContentType.Location => new ChatChoice($"{reply.Title ?? "Location"} (:location LAT,LON)", Action: null),
        _ => new ChatChoice($"{reply.Title ?? "Upload"} (:attach {MessageNames.Of(reply.ContentType)} URL)", Action: null),
    };

    private static ChatChoice OfButton(MapValue button)
    {
        string title = PayloadFields.Text(button, "title") ?? "";
        return PayloadFields.Text(button, "type") switch
        {
            "event" => new ChatChoice(title, new UserEventAction(PayloadFields.Text(button, "event") ?? "", button["payload"])),
            "postback" => new ChatChoice(title, new UserEventAction(PayloadFields.Text(button, "payload") ?? "", MapValue.Empty)),
            "web_url" => OfLink(title, PayloadFields.Text(button, "url") ?? ""),
            _ => new ChatChoice($"{title} {PayloadFields.Text(button, "payload")}".Trim(), Action: null),
        };
    }

    private static ChatChoice OfLink(string title, string url) =>
        new($"{title} <{url}>", new UserEventAction("$link_click", Value.MapOf(("url", url), ("via", "web"))));

    private static ChatChoice OfItem(Value item)
    {
        string title = item.AsMap() is { } map ? PayloadFields.Text(map, "title") ?? "" : item.ToString();
        Value value = item.AsMap()?["value"] ?? default;
        return new ChatChoice(title, new UserDataAction("item_picker", title, value.IsNil ? title : value));
    }

    private static IEnumerable<MapValue> Maps(Value list) => Items(list).Select(static item => item.AsMap()).OfType<MapValue>();

    private static IEnumerable<Value> Items(Value list) => list.AsList() ?? ListValue.Empty;
}
