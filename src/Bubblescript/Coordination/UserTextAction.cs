using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A text message.</summary>
/// <param name="Text">What the user wrote: at most as long as the limit for one message, by default 65,536 characters.</param>
public sealed record UserTextAction(string Text) : UserAction
{
    /// <summary><c>keyboard</c>, <c>touch</c>, <c>dtmf</c> or <c>voice</c>.</summary>
    public string InputType { get; init; } = "keyboard";

    /// <summary>Free data of the client, <c>message.metadata</c> in scripts.</summary>
    public MapValue Metadata { get; init; } = MapValue.Empty;
}
