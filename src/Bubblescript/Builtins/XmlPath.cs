using System.Xml;
using System.Xml.XPath;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>XPath on texts and elements.</summary>
internal static class XmlPath
{
    public static Value One(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value all = All(arguments, context);
        return all.AsList() is { } list ? list.Count == 1 ? list[0] : default : all;
    }

    public static Value All(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value error = ReadTree(arguments[0], context, out XmlTreeNode document);
        return error.IsNil ? Evaluate(document, arguments[1].AsString()!, context) : error;
    }

    private static Value ReadTree(Value xml, FunctionContext context, out XmlTreeNode document)
    {
        document = new XmlTreeNode(parent: null, name: null, text: null);
        Value source = Operand.Of(xml);
        string? text = source.AsString();
        if (text is null)
        {
            if (source.Kind != ValueKind.List)
            {
                return Failures.WrongType(1, "text or element", xml);
            }

            Value built = XmlBuilder.Build([source], context);
            if (built.IsSignal)
            {
                return built;
            }

            text = built.AsString()!;
        }

        Value error = XmlTree.Parse(text, context.Limits, out XmlTreeNode? root);
        document = root?.Parent ?? document;
        return error;
    }

    private static Value Evaluate(XmlTreeNode document, string path, FunctionContext context)
    {
        try
        {
            object result = new XmlTreeNavigator(document, context.Limits.TurnTime).Evaluate(path, PrefixResolver.Instance);
            return result switch
            {
                XPathNodeIterator nodes => Collect(nodes, context.Limits),
                double number when !double.IsFinite(number) => ListValue.Empty,
                double number => Value.ListOf(Math.Floor(number).Equals(number) && Math.Abs(number) < long.MaxValue ? Value.From((long)number) : Value.From(number)),
                bool truth => Value.ListOf(truth),
                _ => Value.ListOf(result.ToString()),
            };
        }
        catch (Exception exception) when (exception is XPathException or ArgumentException or FormatException or InvalidOperationException)
        {
            // The engine has no way to check a path without exceptions.
            return FunctionContext.Fail($"{ValueDescription.Format(path)} is no valid XPath");
        }
        catch (TimeoutException)
        {
            // Thrown by the navigator: the only way out of the engine.
            return FunctionContext.FailLimit($"an XPath took longer than the limit of {NumberText.Format(context.Limits.TurnTime.TotalSeconds)} seconds");
        }
    }

    private static Value Collect(XPathNodeIterator nodes, ExecutionLimits limits)
    {
        List<Value> values = [];
        while (nodes.MoveNext())
        {
            if (values.Count >= limits.ListLength)
            {
                return LimitErrors.List(limits);
            }

            XmlTreeNavigator current = (XmlTreeNavigator)nodes.Current!;
            values.Add(current.NodeType switch
            {
                XPathNodeType.Attribute => current.Value,
                XPathNodeType.Root => current.Node.Children[0].ToValue(),
                _ => current.Node.ToValue(),
            });
        }

        return ListValue.From(values);
    }

    /// <summary>Every prefix stands for itself: documents are read without resolving namespaces.</summary>
    private sealed class PrefixResolver : IXmlNamespaceResolver
    {
        public static readonly PrefixResolver Instance = new();

        public IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope) => new Dictionary<string, string>(StringComparer.Ordinal);

        public string? LookupNamespace(string prefix) => prefix;

        public string? LookupPrefix(string namespaceName) => namespaceName;
    }
}
