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
        new("headers", ParameterType.Map, IsOptional: true) { DefaultText = "none" },
        new("query", ParameterType.Map, IsOptional: true) { DefaultText = "none" },
        new("form", ParameterType.Any, IsOptional: true) { KeepsNil = true, DefaultText = "none" },
        new("json", ParameterType.Any, IsOptional: true) { KeepsNil = true, DefaultText = "none" },
        new("timeout", ParameterType.Any, IsOptional: true, Default: 10),
        new("auth", ParameterType.Map, IsOptional: true) { DefaultText = "none" },
        new("bearer", ParameterType.Text, IsOptional: true) { DefaultText = "none" },
    ];

    private static readonly FunctionParameter Url = new("url", ParameterType.Text);
    private static readonly FunctionParameter Body = new("body", ParameterType.Any, IsOptional: true) { KeepsNil = true, DefaultText = "none" };

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
        return Declare(name, [Url, .. Options, Body], documentation, (arguments, context) => HttpRequestBuilder.Send(
            name, new HttpArguments(method, arguments[0], arguments[8], arguments[1..8]), context));
    }

    private static BuiltinFunction WithBody(string method, string documentation)
    {
        string name = "http_" + method;
        return Declare(name, [Url, Body, .. Options], documentation, (arguments, context) => HttpRequestBuilder.Send(
            name, new HttpArguments(method, arguments[0], arguments[1], arguments[2..9]), context));
    }

    private static BuiltinFunction Request() => Declare(
        "http_request",
        [new FunctionParameter("method", ParameterType.Text), Url, Body, .. Options],
        "Sends a request with any method.",
        static (arguments, context) => HttpRequestBuilder.Send(
            "http_request", new HttpArguments(ValueText.ToText(arguments[0]), arguments[1], arguments[2], arguments[3..10]), context));

    private static BuiltinFunction Declare(
        string name, ImmutableArray<FunctionParameter> parameters, string documentation, FunctionImplementation implementation) =>
        new(name, parameters, "map", $"{documentation} {Explanation}", implementation)
        {
            Topic = Topic,
            Purity = FunctionPurity.Reading,
            Suspends = true,
        };

    private const string Explanation =
        "The result is a map: `status_code`, `headers` (the last value of each) and `body` (decoded if it is JSON, else a text). "
        + "Without an answer `status_code` is 0 and `error` says why. `timeout` is in seconds.";
}
