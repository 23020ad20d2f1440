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
        Declare.Optional("options", ParameterType.Map, "none"),
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
        WithoutBody("get", "Fetches a URL."),
        WithoutBody("delete", "Deletes what a URL names."),
        WithoutBody("options", "Asks what a URL allows."),
        WithoutBody("connect", "Sends a CONNECT request; the tunnel is closed at once."),
        WithoutBody("trace", "Asks the server to repeat the request."),
        WithBody("post", "Sends data to a URL."),
        WithBody("put", "Stores data at a URL."),
        WithBody("patch", "Changes what a URL names."),
        Request(),
    ];

    private static BuiltinFunction WithoutBody(string method, string documentation)
    {
        string name = "http_" + method;
        return Make(name, [Url, .. Options, Body], documentation, (arguments, context) => HttpRequestBuilder.Send(
            name, new HttpArguments(method, arguments[0], arguments[9], arguments[1..9]), context));
    }

    private static BuiltinFunction WithBody(string method, string documentation)
    {
        string name = "http_" + method;
        return Make(name, [Url, Body, .. Options], documentation, (arguments, context) => HttpRequestBuilder.Send(
            name, new HttpArguments(method, arguments[0], arguments[1], arguments[2..10]), context));
    }

    private static BuiltinFunction Request() => Make(
        "http_request",
        [Declare.Text("method"), Url, Body, .. Options],
        "Sends a request with any method.",
        static (arguments, context) => HttpRequestBuilder.Send(
            "http_request", new HttpArguments(ValueText.ToText(arguments[0]), arguments[1], arguments[2], arguments[3..11]), context));

    private static BuiltinFunction Make(
        string name, ImmutableArray<FunctionParameter> parameters, string documentation, FunctionImplementation implementation) =>
        new(name, parameters, "map", $"{documentation} {Explanation}", implementation)
        {
            Topic = Topic,
            Purity = FunctionPurity.Reading,
            Suspends = true,
        };

    private const string Explanation =
        "The result is a map: `status_code`, `headers` (the last value of each) and `body` (decoded if it is JSON, else a text). "
        + "Without an answer `status_code` is 0 and `error` says why. `timeout` is in seconds. The options can also be given as one map.";
}
