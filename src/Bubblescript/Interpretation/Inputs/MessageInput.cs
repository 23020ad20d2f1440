using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Inputs;

/// <summary>A user message or a widget submission (execution model, section 4).</summary>
/// <param name="Text">What the user typed, or the text of the submission.</param>
/// <param name="Type"><c>text</c> or the widget.</param>
/// <param name="Data">The structured value of a widget.</param>
/// <param name="InputType"><c>keyboard</c>, <c>touch</c>, <c>dtmf</c> or <c>voice</c>.</param>
/// <param name="Metadata">Free data of the client.</param>
internal sealed record MessageInput(string Text, string Type, Value Data, string InputType, MapValue Metadata) : ProcessInput
{
    /// <summary>The text as a host has analysed it before the turn; never saved.</summary>
    public Utterance? Analysis { get; init; }
}
