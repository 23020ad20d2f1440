using System.Xml;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Writes elements as XML.</summary>
internal static class XmlBuilder
{
    public static Value Build(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        BoundedText text = new(context.Limits.TextLength);
        Value error = Write(text, arguments[0], depth: 0, context);
        if (!error.IsNil)
        {
            return error;
        }

        return text.IsFull ? LimitErrors.Text(context.Limits) : text.ToString();
    }

    /// <summary>Writes an element; nil, or what is wrong with it.</summary>
    private static Value Write(BoundedText target, Value value, int depth, FunctionContext context)
    {
        if (depth > XmlTree.Deepest)
        {
            return FunctionContext.FailLimit($"XML is nested more than {XmlTree.Deepest} levels deep");
        }

        if (target.IsFull)
        {
            return default;
        }

        if (value.AsList() is not { Count: >= 1 and <= 3 } element || NameOf(element[0]) is not { } name || !XmlReader.IsName(name))
        {
            return FunctionContext.Fail($"an element must be [name, attributes, content] with a name that XML allows, got {ValueDescription.Describe(value)}");
        }

        target.Append('<');
        target.Append(name);
        Value error = WriteAttributes(target, element.Count > 1 ? element[1] : default, context);
        if (!error.IsNil)
        {
            return error;
        }

        Value content = element.Count > 2 ? element[2] : default;
        if (content.IsNil || content.AsList() is { Count: 0 } || content.AsString() is { Length: 0 })
        {
            target.Append("/>");
            return default;
        }

        target.Append('>');
        error = WriteContent(target, content, depth, context);
        target.Append("</");
        target.Append(name);
        target.Append('>');
        return error;
    }

    private static string? NameOf(Value value) => Operand.Of(value).AsText();

    private static Value WriteAttributes(BoundedText target, Value attributes, FunctionContext context)
    {
        if (!attributes.IsNil && attributes.Kind != ValueKind.Map && attributes.AsList() is not { Count: 0 })
        {
            return FunctionContext.Fail($"attributes of an element must be map or nil, got {ValueDescription.Describe(attributes)}");
        }

        foreach (KeyValuePair<string, Value> attribute in (attributes.AsMap() ?? MapValue.Empty).AsSpan())
        {
            if (!XmlReader.IsName(attribute.Key))
            {
                return FunctionContext.Fail($"{ValueDescription.Format(attribute.Key)} is no name of an attribute");
            }

            if (attribute.Value.IsNil)
            {
                continue;
            }

            target.Append(' ');
            target.Append(attribute.Key);
            target.Append("=\"");
            Value error = WriteText(target, attribute.Value, isAttribute: true, context);
            if (!error.IsNil)
            {
                return error;
            }

            target.Append('"');
        }

        return default;
    }

    private static Value WriteContent(BoundedText target, Value content, int depth, FunctionContext context)
    {
        if (content.AsList() is not { } list)
        {
            return WriteText(target, content, isAttribute: false, context);
        }

        foreach (Value item in list.AsSpan())
        {
            Value error = item.Kind == ValueKind.List ? Write(target, item, depth + 1, context) : WriteText(target, item, isAttribute: false, context);
            if (!error.IsNil)
            {
                return error;
            }
        }

        return default;
    }

    private static Value WriteText(BoundedText target, Value value, bool isAttribute, FunctionContext context)
    {
        string text = ValueText.ToText(value, context.Locale, context.Limits.TextLength);
        for (int i = 0; i < text.Length && !target.IsFull; i++)
        {
            char character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                target.Append(text.AsSpan(i, 2));
                i++;
            }
            else if (!XmlConvert.IsXmlChar(character))
            {
                return FunctionContext.Fail($"XML cannot hold the character U+{(int)character:X4}");
            }
            else
            {
                AppendEscaped(target, character, isAttribute);
            }
        }

        return default;
    }

    private static void AppendEscaped(BoundedText target, char character, bool isAttribute)
    {
        switch (character)
        {
            case '&':
                target.Append("&amp;");
                break;
            case '<':
                target.Append("&lt;");
                break;
            case '>' when !isAttribute:
                target.Append("&gt;");
                break;
            case '"' when isAttribute:
                target.Append("&quot;");
                break;
            case '\r':
                target.Append("&#13;");
                break;
            case '\n' or '\t' when isAttribute:
                target.Append(character == '\n' ? "&#10;" : "&#9;");
                break;
            default:
                target.Append(character);
                break;
        }
    }
}
