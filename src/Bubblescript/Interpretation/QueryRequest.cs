using Bubblescript.Builtins;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>A query to another process (execution model, section 6). There are so many of them that they make a map of what they ask only when they are saved.</summary>
/// <param name="To">The receiver as the script wrote it.</param>
/// <param name="Name">The name of the event.</param>
/// <param name="Content">Its payload; a normalised value.</param>
internal sealed record QueryRequest(string To, string Name, Value Content) : ExternalRequest(RequestKind, payload: default)
{
    public const string RequestKind = "query";

    public override Value Payload => Value.MapOf(("to", To), ("name", Name), ("payload", Content));

    /// <summary>A request that was saved.</summary>
    public static ExternalRequest Restore(string kind, Value payload) => kind is RequestKind && payload.AsMap() is { } question
        ? new QueryRequest(question["to"].ToString(), question["name"].ToString(), question["payload"])
        : new ExternalRequest(kind, payload);
}
