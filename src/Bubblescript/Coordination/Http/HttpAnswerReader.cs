using System.Net.Http.Headers;
using System.Text;
using Bubblescript.Values;

namespace Bubblescript.Coordination.Http;

/// <summary>Makes the result of a call from an answer: <c>status_code headers body</c>.</summary>
internal static class HttpAnswerReader
{
    public static async ValueTask<Value> ReadAsync(HttpCall call, HttpResponseMessage response, int maximumSize, CancellationToken cancellationToken)
    {
        // What follows the answer to CONNECT is the tunnel, which never ends by itself.
        byte[] bytes = call.Method == HttpMethod.Connect ? [] : await ReadBodyAsync(call, response, maximumSize, cancellationToken).ConfigureAwait(false);
        return Value.MapOf(
            ("status_code", (int)response.StatusCode),
            ("headers", ReadHeaders(response)),
            ("body", Decode(bytes, response.Content.Headers.ContentType)));
    }

    private static async ValueTask<byte[]> ReadBodyAsync(HttpCall call, HttpResponseMessage response, int maximumSize, CancellationToken cancellationToken)
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using MemoryStream content = new();
            byte[] buffer = new byte[64 * 1024];
            int count;
            while ((count = await ReadBlockAsync(call, body, buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (content.Length + count > maximumSize)
                {
                    throw new HttpRefusedException($"the answer of {call.Url.Host} is larger than the limit of {maximumSize} bytes");
                }

                content.Write(buffer, 0, count);
            }

            return content.ToArray();
        }
    }

    private static async ValueTask<int> ReadBlockAsync(HttpCall call, Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What the decompressors of the framework throw, each its own.
            throw new HttpRefusedException($"no answer from {call.Url.Host}: the body is not compressed as its headers say", exception);
        }
    }

    private static MapValue ReadHeaders(HttpResponseMessage response)
    {
        List<KeyValuePair<string, Value>> headers = [];
        foreach (HttpHeadersNonValidated group in (HttpHeadersNonValidated[])[response.Headers.NonValidated, response.Content.Headers.NonValidated])
        {
            foreach (KeyValuePair<string, HeaderStringValues> header in group)
            {
                headers.Add(KeyValuePair.Create(header.Key, (Value)header.Value.Last()));
            }
        }

        return MapValue.From(headers);
    }

    private static Value Decode(byte[] bytes, MediaTypeHeaderValue? contentType)
    {
        string text = EncodingOf(contentType).GetString(bytes);
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }

        if (!IsJson(contentType?.MediaType) || string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Value value = ValueJson.Parse(text);

        // A server may say JSON and send something else; the script sees what was sent.
        return value.IsSignal ? text : value;
    }

    private static bool IsJson(string? mediaType) => mediaType is not null
        && (mediaType.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static Encoding EncodingOf(MediaTypeHeaderValue? contentType)
    {
        string name = contentType?.CharSet?.Trim('"') ?? "";
        try
        {
            return name.Length == 0 ? Encoding.UTF8 : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // An unknown character set: UTF-8 is the best guess.
            return Encoding.UTF8;
        }
    }
}
