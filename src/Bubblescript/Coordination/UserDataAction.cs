using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A submission of a widget: a picked date, chosen items, a form …</summary>
/// <param name="Type">The widget: <c>item_picker</c>, <c>date_picker</c>, <c>form</c>, <c>numeric</c>, <c>cancel</c> …</param>
/// <param name="Text">What the user would have said.</param>
/// <param name="Data">The structured value.</param>
public sealed record UserDataAction(string Type, string Text, Value Data) : UserAction
{
    /// <summary><c>keyboard</c>, <c>touch</c>, <c>dtmf</c> or <c>voice</c>.</summary>
    public string InputType { get; init; } = "touch";

    /// <summary>Free data of the client, <c>message.metadata</c> in scripts.</summary>
    public MapValue Metadata { get; init; } = MapValue.Empty;
}
