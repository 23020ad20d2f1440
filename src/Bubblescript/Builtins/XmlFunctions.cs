using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on XML (builtin functions, section 7.1).</summary>
internal static class XmlFunctions
{
    public const string Topic = "XML";

    public static ImmutableArray<BuiltinFunction> All { get; } =
    [
        new(
            "xml_parse",
            [Declare.Text("text")],
            "list",
            "The root element as `[name, attributes, content]`: the content is a text if that is the only child, else a list of texts and elements. DTDs and external entities are refused.",
            static (a, context) => XmlTree.Parse(a[0].AsString()!, context.Limits, out XmlTreeNode? root) is { IsNil: false } error ? error : root!.ToValue())
        {
            Topic = Topic, Example = "xml_parse(\"<a b=\\\"1\\\">x</a>\")", ExampleResult = "[\"a\", %{b: \"1\"}, \"x\"]",
        },
        new(
            "xml_build",
            [Declare.List("element")],
            "text",
            "The XML of an element; attributes are a map or nil, the content is a text, a list or nil.",
            XmlBuilder.Build)
        {
            Topic = Topic, Example = "xml_build([\"a\", nil, \"x\"])", ExampleResult = "\"<a>x</a>\"",
        },
        new(
            "xml_xpath_one",
            [Declare.Any("xml"), Declare.Text("path")],
            "any",
            "What the XPath gives in a text or element: the value if it is exactly one node or a plain value, else nil.",
            XmlPath.One)
        {
            Topic = Topic, Example = "xml_xpath_one(\"<a><b>1</b></a>\", \"/a/b/text()\")", ExampleResult = "\"1\"",
        },
        new(
            "xml_xpath_all",
            [Declare.Any("xml"), Declare.Text("path")],
            "list",
            "All that the XPath gives: elements, texts, values of attributes.",
            XmlPath.All)
        {
            Topic = Topic, Example = "xml_xpath_all(\"<a><b>1</b><b>2</b></a>\", \"/a/b/text()\")", ExampleResult = "[\"1\", \"2\"]",
        },
    ];
}
