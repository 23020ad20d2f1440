using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>A node of a small XML tree: the document, an element or a text.</summary>
internal sealed class XmlTreeNode(XmlTreeNode? parent, string? name, string? text)
{
    public XmlTreeNode? Parent { get; } = parent;

    /// <summary>The name of an element with its prefix, else null.</summary>
    public string? Name { get; } = name;

    /// <summary>The content of a text, else null.</summary>
    public string? Text { get; } = text;

    /// <summary>The place among the children of the parent.</summary>
    public int Index { get; } = parent?.Children.Count ?? 0;

    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    public List<XmlTreeNode> Children { get; } = [];

    public XmlTreeNode Add(string? name, string? text)
    {
        XmlTreeNode child = new(this, name, text);
        Children.Add(child);
        return child;
    }

    /// <summary>The text, or the element as <c>[name, attributes, content]</c>.</summary>
    public Value ToValue()
    {
        if (Text is not null)
        {
            return Text;
        }

        Value content = Children is [{ Text: { } only }] ? only : ListValue.From(Children.Select(static child => child.ToValue()));
        return Value.ListOf(Name, MapValue.From(Attributes.Select(static attribute => KeyValuePair.Create(attribute.Key, Value.From(attribute.Value)))), content);
    }
}
