using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>A rich element (chat messages, section 5).</summary>
/// <param name="TemplateType"><c>buttons</c>, <c>card</c>, <c>gallery</c>, <c>list</c> … or a name that only the channel knows.</param>
/// <param name="Fields">The fields of the template, <c>class</c> included, <c>template_type</c> not.</param>
public sealed record TemplatePayload(string TemplateType, MapValue Fields) : MessagePayload
{
    /// <inheritdoc/>
    public override ChatMessageType Type => ChatMessageType.Template;

    /// <summary>How the client should style it.</summary>
    public string? Class => PayloadFields.Text(Fields, "class");
}
