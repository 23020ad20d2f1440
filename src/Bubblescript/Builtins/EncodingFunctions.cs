using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Encodings, hashes and parsers (builtin functions, section 7).</summary>
internal static class EncodingFunctions
{
    public const string Topic = "Encodings, hashes, parsing";

    private static readonly FunctionParameter ForUrls = Declare.Option("url", ParameterType.Boolean, false);

    public static ImmutableArray<BuiltinFunction> All { get; } = [.. Data(), .. Urls(), .. Bytes(), .. Hashes(), .. Tables()];

    private static ImmutableArray<BuiltinFunction> Data() =>
    [
        new(
            "json_parse",
            [Declare.Text("text")],
            "any",
            "The value of JSON.",
            static (a, context) => ValueJson.Parse(a[0].AsString()!, context.Limits))
        {
            Topic = Topic, Example = "json_parse(\"[1]\")", ExampleResult = "[1]",
        },
        new(
            "json_build",
            [Declare.Any("x"), Declare.Option("pretty", ParameterType.Boolean, false)],
            "text",
            "The value as JSON, on several lines if `pretty`; nil is `null` in lists and left out of maps.",
            static (a, context) => ValueJson.Build(a[0], context.Locale, context.Limits, a[1].IsTruthy))
        {
            Topic = Topic, Example = "json_build([1, nil, %{a: nil, b: \"x\"}])", ExampleResult = "\"[1,null,{\\\"b\\\":\\\"x\\\"}]\"",
        },
        new(
            "yaml_parse",
            [Declare.Text("text")],
            "any",
            "The value of YAML.",
            static (a, context) => ValueYaml.Parse(a[0].AsString()!, context.Limits))
        {
            Topic = Topic, Example = "yaml_parse(\"a: [1, x]\")", ExampleResult = "%{a: [1, \"x\"]}",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Urls() =>
    [
        new(
            "url_encode",
            [Declare.Text("text")],
            "text",
            "Percent-encoding of everything but letters, digits and `-._~`.",
            static (a, context) => UrlText.Encode(a[0].AsString()!, context))
        {
            Topic = Topic, Example = "url_encode(\"a b&\")", ExampleResult = "\"a%20b%26\"",
        },
        new(
            "url_decode",
            [Declare.Text("text")],
            "text",
            "The text of a percent-encoded one; `+` is a blank.",
            static (a, _) => UrlText.Decode(a[0].AsString()!))
        {
            Topic = Topic, Example = "url_decode(\"a+b%26\")", ExampleResult = "\"a b&\"",
        },
        new(
            "query_build",
            [Declare.Map("map")],
            "text",
            "The query part of a URL; a list gives its key several times, nil is left out.",
            UrlText.BuildQuery)
        {
            Topic = Topic, Example = "query_build([a: 1, b: \"x y\"])", ExampleResult = "\"a=1&b=x%20y\"",
        },
        new("query_parse", [Declare.Text("text")], "map", "The entries of the query part of a URL.", UrlText.ParseQuery)
        {
            Topic = Topic, Example = "query_parse(\"a=1&b=2\")", ExampleResult = "%{a: \"1\", b: \"2\"}",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Bytes() =>
    [
        new(
            "base64_encode",
            [Declare.Text("text"), ForUrls],
            "text",
            "The UTF-8 bytes of the text as Base64; `url: true` for the alphabet of URLs without padding.",
            ByteText.EncodeBase64)
        {
            Topic = Topic, Example = "base64_encode(\"hi\")", ExampleResult = "\"aGk=\"",
        },
        new(
            "base64_decode",
            [Declare.Text("text"), ForUrls],
            "text",
            "The text of Base64, of either alphabet, with or without padding.",
            ByteText.DecodeBase64)
        {
            Topic = Topic, Example = "base64_decode(\"aGk=\")", ExampleResult = "\"hi\"",
        },
        new(
            "hex_encode",
            [Declare.Text("text")],
            "text",
            "The UTF-8 bytes of the text as hexadecimal digits.",
            static (a, context) => ByteText.EncodeHex(a[0].AsString()!, context))
        {
            Topic = Topic, Example = "hex_encode(\"a\")", ExampleResult = "\"61\"",
        },
        new("hex_decode", [Declare.Text("text")], "text", "The text of hexadecimal digits.", static (a, _) => ByteText.DecodeHex(a[0].AsString()!))
        {
            Topic = Topic, Example = "hex_decode(\"61\")", ExampleResult = "\"a\"",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Hashes() =>
    [
        Hash("md5", "\"d41d8cd98f00b204e9800998ecf8427e\""),
        Hash("sha1", "\"da39a3ee5e6b4b0d3255bfef95601890afd80709\""),
        Hash("sha256", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\""),
        Hash("sha512", "\"cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e\""),
        new(
            "hmac",
            [
                Declare.Text("key"), Declare.Text("text"), Declare.Option("algorithm", ParameterType.Text, Value.AtomOf("sha256")),
                Declare.Option("encoding", ParameterType.Text, Value.AtomOf("hex")),
            ],
            "text",
            "The HMAC of the text; `algorithm` is `:sha256`, `:md5`, `:sha1` or `:sha512`, `encoding` is `:hex` or `:base64`.",
            HashText.Hmac)
        {
            Topic = Topic, Example = "hmac(\"key\", \"text\", algorithm: :md5)", ExampleResult = "\"d0ca6177c61c975fd2f8c07d8c6528c6\"",
        },
        new("uuid", [], "text", "A random UUID, version 4.", RandomFunctions.Uuid)
        {
            Topic = Topic, Purity = FunctionPurity.Reading, Example = "length(uuid())", ExampleResult = "36",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Tables() =>
    [
        new(
            "csv_parse",
            [Declare.Text("text"), Declare.Option("separator", ParameterType.Text, ","), Declare.Option("header", ParameterType.Boolean, true)],
            "list",
            "The rows of a table (RFC 4180): maps by the first row, or lists without `header`. Cells are texts.",
            CsvText.Parse)
        {
            Topic = Topic, Example = "csv_parse(\"a,b\\n1,2\")", ExampleResult = "[%{a: \"1\", b: \"2\"}]",
        },
        new(
            "csv_build",
            [Declare.List("list"), Declare.Option("separator", ParameterType.Text, ",")],
            "text",
            "A table of maps, with the keys of the first as header, or of lists.",
            CsvText.Build)
        {
            Topic = Topic, Example = "csv_build([[a: 1, b: \"x,y\"]])", ExampleResult = "\"a,b\\n1,\\\"x,y\\\"\"",
        },
    ];

    private static BuiltinFunction Hash(string name, string emptyResult) =>
        new(name, [Declare.Text("text")], "text", $"The {name.ToUpperInvariant()} hash of the text's UTF-8 bytes in hexadecimal digits.", (a, _) => HashText.Hash(name, a[0].AsString()!))
        {
            Topic = Topic,
            Example = $"{name}(\"\")",
            ExampleResult = emptyResult,
        };
}
