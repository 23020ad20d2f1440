using System.Text;
using System.Xml;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Reads XML into a tree, without DTDs, external entities, comments, processing instructions and blank texts. Names keep their prefixes.</summary>
internal static class XmlTree
{
    /// <summary>The deepest nesting of elements.</summary>
    public const int Deepest = 256;

    /// <summary>The root element; gives nil, or an error signal that says what is wrong and where.</summary>
    public static Value Parse(string text, ExecutionLimits limits, out XmlTreeNode? root)
    {
        root = null;
        XmlTreeNode document = new(parent: null, name: null, text: null);
        try
        {
            // Only this reader of the framework keeps names with prefixes that nobody declared.
            using XmlTextReader reader = new(new StringReader(text.TrimStart()));
            reader.Namespaces = false;
            reader.DtdProcessing = DtdProcessing.Prohibit;
            reader.XmlResolver = null;
            reader.WhitespaceHandling = WhitespaceHandling.Significant;
            Value error = Read(reader, document, limits);
            root = document.Children.Find(static child => child.Name is not null);
            return error;
        }
        catch (XmlException exception)
        {
            return FunctionContext.Fail(
                exception.Message.Contains("DTD", StringComparison.Ordinal)
                    ? "XML with a document type declaration is not read"
                    : $"the text is no valid XML (line {Math.Max(1, exception.LineNumber)}, column {Math.Max(1, exception.LinePosition)})");
        }
        catch (ArgumentException)
        {
            // Characters that XML cannot hold, in names that the reader hands to its table.
            return FunctionContext.Fail("the text is no valid XML");
        }
    }

    private static Value Read(XmlTextReader reader, XmlTreeNode document, ExecutionLimits limits)
    {
        XmlTreeNode current = document;
        StringBuilder pending = new();
        int depth = 0;
        int nodes = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Flush(current, pending);
                    if (++nodes > limits.ListLength || depth >= Deepest)
                    {
                        return FunctionContext.FailLimit(depth >= Deepest ? $"XML is nested more than {Deepest} levels deep" : "XML has too many elements");
                    }

                    bool isEmpty = reader.IsEmptyElement;
                    XmlTreeNode element = current.Add(reader.Name, text: null);
                    ReadAttributes(reader, element);
                    current = isEmpty ? current : element;
                    depth += isEmpty ? 0 : 1;
                    break;
                case XmlNodeType.EndElement:
                    Flush(current, pending);
                    current = current.Parent!;
                    depth--;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    pending.Append(reader.Value);
                    break;
                case XmlNodeType.EntityReference:
                    return FunctionContext.Fail(
                        $"the text is no valid XML: the entity &{reader.Name}; does not exist (line {reader.LineNumber}, column {reader.LinePosition})");
                default:
                    break;
            }
        }

        return default;
    }

    private static void ReadAttributes(XmlTextReader reader, XmlTreeNode element)
    {
        while (reader.MoveToNextAttribute())
        {
            element.Attributes.Add(KeyValuePair.Create(reader.Name, reader.Value));
        }
    }

    private static void Flush(XmlTreeNode parent, StringBuilder pending)
    {
        string text = pending.ToString().Trim();
        pending.Clear();
        if (text.Length > 0 && parent.Name is not null)
        {
            parent.Add(name: null, text);
        }
    }
}
