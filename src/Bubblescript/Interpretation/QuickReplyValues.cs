using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Quick replies inside free payloads: the same fields as wire messages have (chat messages, section 1).</summary>
internal static class QuickReplyValues
{
    public static Value Of(QuickReplyList replies) => ListValue.From(replies.Select(static reply => Of(reply)));

    private static Value Of(QuickReply reply)
    {
        MapValue map = MapValue.From(("content_type", MessageNames.Of(reply.ContentType).Value));
        map = reply.Title is null ? map : map.Set("title", reply.Title);
        map = reply.ImageUrl is null ? map : map.Set("image_url", reply.ImageUrl);
        return reply.Capture is null ? map : map.Set("capture", reply.Capture);
    }
}
