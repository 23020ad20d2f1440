using Bubblescript.Values;

namespace Bubblescript.Coordination.Http;

/// <summary>One call as the script's request describes it, and as redirects change it.</summary>
internal sealed record HttpCall(HttpMethod Method, Uri Url, MapValue Headers, string? Body, TimeSpan Timeout)
{
    private static readonly string[] HarmlessHeaders = ["Accept", "Accept-Language", "Content-Type", "User-Agent"];

    /// <summary>Whether sending the call twice does the same as sending it once.</summary>
    public bool IsIdempotent =>
        Method == HttpMethod.Get || Method == HttpMethod.Head || Method == HttpMethod.Options || Method == HttpMethod.Trace
        || Method == HttpMethod.Put || Method == HttpMethod.Delete;

    public static HttpCall Read(MapValue payload) => new(
        HttpMethod.Parse(payload["method"].AsString()!),
        new Uri(payload["url"].AsString()!, UriKind.Absolute),
        payload["headers"].AsMap() ?? MapValue.Empty,
        payload["body"].AsString(),
        TimeSpan.FromSeconds(payload["timeout"].AsDouble() ?? 10));

    /// <summary>The call that follows a redirect: credentials stay with the server they were meant for.</summary>
    public HttpCall RedirectTo(Uri url, int status)
    {
        bool becomesGet = (status == 303 && Method != HttpMethod.Head) || (status is 301 or 302 && Method == HttpMethod.Post);
        MapValue headers = HasSameOrigin(url) ? Headers : MapValue.From(Headers.Where(static header => HarmlessHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)));
        return this with
        {
            Url = url,
            Method = becomesGet ? HttpMethod.Get : Method,
            Body = becomesGet ? null : Body,
            Headers = becomesGet ? RemoveContentHeaders(headers) : headers,
        };
    }

    public HttpRequestMessage ToMessage()
    {
        HttpRequestMessage message = new(Method, Url);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Body));
        }

        if (Method == HttpMethod.Connect)
        {
            message.Headers.Host = $"{Url.IdnHost}:{Url.Port}";
        }

        if (!Headers.Keys.Contains("User-Agent", StringComparer.OrdinalIgnoreCase))
        {
            message.Headers.TryAddWithoutValidation("User-Agent", "Bubblescript");
        }

        foreach (KeyValuePair<string, Value> header in Headers)
        {
            string value = header.Value.AsString() ?? "";
            if (!message.Headers.TryAddWithoutValidation(header.Key, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(header.Key, value);
            }
        }

        return message;
    }

    private bool HasSameOrigin(Uri url) =>
        string.Equals(url.Scheme, Url.Scheme, StringComparison.Ordinal) && url.Port == Url.Port
        && string.Equals(HostNames.Normalize(url.IdnHost), HostNames.Normalize(Url.IdnHost), StringComparison.Ordinal);

    private static MapValue RemoveContentHeaders(MapValue headers) =>
        MapValue.From(headers.Where(static header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)));
}
