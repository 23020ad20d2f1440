using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Checks the arguments of the HTTP builtins and makes the plain request of them: <c>method url headers body timeout</c>.</summary>
internal static class HttpRequestBuilder
{
    private const int DefaultTimeout = 10;

    private static readonly FrozenSet<string> Methods = FrozenSet.ToFrozenSet(
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"], StringComparer.Ordinal);

    /// <summary>Headers that say how the message is carried; a script that could set them could smuggle a second request into the first.</summary>
    private static readonly FrozenSet<string> ReservedHeaders = FrozenSet.ToFrozenSet(
        [
            "Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer",
            "Transfer-Encoding", "Upgrade",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static Value Send(string function, HttpArguments arguments, FunctionContext context)
    {
        string method = arguments.Method.Trim().ToUpperInvariant();
        if (!Methods.Contains(method))
        {
            return Fail(function, $"\"{arguments.Method}\" is no HTTP method; use {string.Join(", ", Methods.Order(StringComparer.Ordinal))}");
        }

        HttpHeaderList headers = new();
        if (!TryReadUrl(arguments, context, headers, out string? url, out string? problem)
            || !TryReadBody(arguments, context, headers, out Value body, out problem)
            || !TryReadCredentials(arguments, context, headers, out problem)
            || !TryReadHeaders(arguments, context, headers, out problem))
        {
            return Fail(function, problem);
        }

        Value seconds = arguments.Timeout.IsNil ? DefaultTimeout : arguments.Timeout;
        if (!Duration.TryParse(seconds, out TimeSpan timeout) || timeout == TimeSpan.Zero || timeout == Duration.Infinite)
        {
            return Fail(function, $"timeout must be a number of seconds greater than 0, got {ValueDescription.Describe(seconds)}");
        }

        return context.Await(new ExternalRequest(HttpFunctions.RequestKind, Value.MapOf(
            ("method", method), ("url", url), ("headers", headers.ToMap()), ("body", body), ("timeout", timeout.TotalSeconds))));
    }

    private static bool TryReadUrl(
        HttpArguments arguments, FunctionContext context, HttpHeaderList headers, [NotNullWhen(true)] out string? url, [NotNullWhen(false)] out string? problem)
    {
        string text = ValueText.ToText(arguments.Url, context.Locale).Trim();
        url = null;
        problem = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.IdnHost.Length == 0)
        {
            problem = $"{ValueDescription.Format(text)} is no valid URL; it must begin with https:// or http:// and a host";
            return false;
        }

        UriBuilder builder = new(uri) { Fragment = "", UserName = "", Password = "" };
        if (uri.UserInfo.Length > 0)
        {
            headers.Set("Authorization", "Basic " + Encode(Uri.UnescapeDataString(uri.UserInfo)));
        }

        string query = HttpQuery.Build(arguments.Query.AsMap() ?? MapValue.Empty, context.Locale);
        if (query.Length > 0)
        {
            builder.Query = builder.Query.Length > 1 ? $"{builder.Query}&{query}" : query;
        }

        url = builder.Uri.AbsoluteUri;
        if (url.Length > 16_384)
        {
            problem = "the URL is longer than 16384 characters";
            return false;
        }

        return true;
    }

    private static bool TryReadBody(
        HttpArguments arguments, FunctionContext context, HttpHeaderList headers, out Value body, [NotNullWhen(false)] out string? problem)
    {
        body = default;
        problem = null;
        int count = (arguments.Body.IsNil ? 0 : 1) + (arguments.Json.IsNil ? 0 : 1) + (arguments.Form.IsNil ? 0 : 1);
        if (count > 1)
        {
            problem = "give only one of body, json and form";
            return false;
        }

        if (count == 0)
        {
            return true;
        }

        if (!arguments.Form.IsNil)
        {
            headers.Set("Content-Type", "application/x-www-form-urlencoded");
            body = HttpQuery.Build(arguments.Form.AsMap()!, context.Locale).Replace("%20", "+", StringComparison.Ordinal);
            return true;
        }

        Value content = Operand.Of(arguments.Json.IsNil ? arguments.Body : arguments.Json);
        bool isJson = !arguments.Json.IsNil || content.Kind is ValueKind.Map or ValueKind.List or ValueKind.Range or ValueKind.Record;
        headers.Set("Content-Type", isJson ? "application/json" : "text/plain; charset=utf-8");
        body = isJson ? ValueJson.Build(content, context.Locale, context.Limits) : ValueText.Convert(content, context.Locale, context.Limits);
        problem = body.AsError()?.Message;
        return problem is null;
    }

    private static bool TryReadCredentials(
        HttpArguments arguments, FunctionContext context, HttpHeaderList headers, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        string bearer = ValueText.ToText(arguments.Bearer, context.Locale);
        MapValue credentials = arguments.Credentials.AsMap() ?? MapValue.Empty;
        if (bearer.Length > 0 && credentials.Count > 0)
        {
            problem = "give only one of auth and bearer";
            return false;
        }

        if (bearer.Length > 0)
        {
            headers.Set("Authorization", "Bearer " + bearer);
            problem = ProblemOf("bearer", bearer);
        }
        else if (credentials.Count > 0)
        {
            string userName = ValueText.ToText(credentials["username"], context.Locale);
            if (userName.Length == 0)
            {
                problem = "auth must be a map with username and password";
                return false;
            }

            headers.Set("Authorization", "Basic " + Encode($"{userName}:{ValueText.ToText(credentials["password"], context.Locale)}"));
        }

        return problem is null;
    }

    private static bool TryReadHeaders(
        HttpArguments arguments, FunctionContext context, HttpHeaderList headers, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        foreach (KeyValuePair<string, Value> entry in arguments.Headers.AsMap() ?? MapValue.Empty)
        {
            if (entry.Value.IsNil)
            {
                continue;
            }

            string value = ValueText.ToText(entry.Value, context.Locale).Trim();
            problem = entry.Key.Length == 0 || entry.Key.AsSpan().ContainsAnyExcept(TokenCharacters)
                ? $"{ValueDescription.Format(entry.Key)} is no valid header name"
                : ReservedHeaders.Contains(entry.Key)
                    ? $"the header {entry.Key} is set by the runtime and cannot be given"
                    : ProblemOf($"the header {entry.Key}", value);
            if (problem is not null)
            {
                return false;
            }

            headers.Set(entry.Key, value);
        }

        return true;
    }

    private static string? ProblemOf(string name, string value) => value.Any(static character => character != '\t' && character is < ' ' or > '~')
        ? $"{name} may only contain visible ASCII characters, got {ValueDescription.Format(value)}"
        : null;

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Value Fail(string function, string problem) => FunctionContext.Fail($"{function}: {problem}");
}
