using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>HTTP calls (builtin functions, section 8). The functions make one plain request of kind <c>http</c>; the host's handler answers it.</summary>
internal static class HttpFunctions
{
    public const string RequestKind = "http";

    private const string Topic = "HTTP";

    private static readonly ImmutableArray<FunctionParameter> Options =
    [
        Declare.Optional("headers", ParameterType.Map, "none"),
        Declare.Optional("query", ParameterType.Map, "none"),
        Declare.Optional("form", ParameterType.Map, "none"),
        Declare.Optional("json", ParameterType.Any, "none"),
        Declare.Optional("timeout", ParameterType.Any, "10"),
        Declare.Optional("auth", ParameterType.Map, "none"),
        Declare.Optional("bearer", ParameterType.Text, "none"),
    ];

    private static readonly FunctionParameter Url = Declare.Text("url");
    private static readonly FunctionParameter Body = Declare.Optional("body", ParameterType.Any, "none");

    public static ImmutableArray<BuiltinFunction> All { get; } =
    [
        WithoutBody("get", "Fetches a URL.")
            with { Example = "http_get(\"https://example.com/api\", query: [q: \"x\"]).body.items", ExampleResult = "[\"x\"]" },
        WithoutBody("delete", "Deletes what a URL names.")
            with { Example = "http_delete(\"https://example.com/orders/5\").status_code", ExampleResult = "204" },
        WithoutBody("options", "Asks what a URL allows.")
            with { Example = "http_options(\"https://example.com/orders\").headers.Allow", ExampleResult = "\"GET, POST\"" },
        WithoutBody("connect", "Sends a CONNECT request; the tunnel is closed at once.")
            with { Example = "http_connect(\"https://example.com\").status_code", ExampleResult = "405" },
        WithoutBody("trace", "Asks the server to repeat the request.")
            with { Example = "http_trace(\"https://example.com/orders\").status_code", ExampleResult = "405" },
        WithBody("post", "Sends data to a URL.")
            with { Example = "http_post(\"https://example.com/orders\", [item: \"tea\"]).body", ExampleResult = "%{id: 5, item: \"tea\"}" },
        WithBody("put", "Stores data at a URL.")
            with { Example = "http_put(\"https://example.com/orders/5\", json: [item: \"mate\"]).status_code", ExampleResult = "200" },
        WithBody("patch", "Changes what a URL names.")
            with { Example = "http_patch(\"https://example.com/orders/5\", form: [item: \"mate\"], bearer: \"secret\").status_code", ExampleResult = "200" },
        Request() with { Example = "http_request(\"HEAD\", \"https://example.com/orders/5\", timeout: 5).status_code", ExampleResult = "200" },
    ];

    private static BuiltinFunction WithoutBody(string method, string documentation)
    {
        string name = "http_" + method;
        return Make(name, 1, [Url, .. Options, Body], documentation, (arguments, context) => HttpRequestBuilder.Send(
            name, new HttpArguments(method, arguments[0], arguments[8], arguments[1..8]), context));
    }

    private static BuiltinFunction WithBody(string method, string documentation)
    {
        string name = "http_" + method;
        return Make(name, 2, [Url, Body, .. Options], documentation, (arguments, context) => HttpRequestBuilder.Send(
            name, new HttpArguments(method, arguments[0], arguments[1], arguments[2..9]), context));
    }

    private static BuiltinFunction Request() => Make(
        "http_request",
        optionsStart: 3,
        [Declare.Text("method"), Url, Body, .. Options],
        "Sends a request with any method.",
        static (arguments, context) => HttpRequestBuilder.Send(
            "http_request", new HttpArguments(ValueText.ToText(arguments[0]), arguments[1], arguments[2], arguments[3..10]), context));

    private static BuiltinFunction Make(
        string name, int optionsStart, ImmutableArray<FunctionParameter> parameters, string documentation, FunctionImplementation implementation) =>
        new(name, parameters, "map", $"{documentation} {Explanation}", implementation)
        {
            Topic = Topic,
            Purity = FunctionPurity.Reading,
            Suspends = true,
            OptionsStart = optionsStart,
        };

    private const string Explanation =
        "The result is a map: `status_code`, `headers` (the last value of each) and `body` (decoded if it is JSON, else a text). "
        + "Without an answer `status_code` is 0 and `error` says why. `timeout` is in seconds. The options can also be given as one map.";
}
