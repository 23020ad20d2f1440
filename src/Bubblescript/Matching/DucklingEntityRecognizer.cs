using System.Globalization;

namespace Bubblescript.Matching;

/// <summary>
/// Asks a Duckling server for entities: <c>POST &lt;address&gt;/parse</c> with the text, the language, the time zone and the reference time. Safe for use
/// by several threads.
/// </summary>
public sealed class DucklingEntityRecognizer : IEntityRecognizer
{
    private readonly HttpClient _client;
    private readonly Uri _address;

    /// <summary>Makes a recogniser.</summary>
    /// <param name="client">Sends the requests; its time limit applies.</param>
    /// <param name="server">The address of the server, such as <c>http://localhost:8000</c>.</param>
    public DucklingEntityRecognizer(HttpClient client, Uri server)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(server);
        _client = client;
        _address = new Uri(server.AbsoluteUri.TrimEnd('/') + "/parse");
    }

    /// <summary>Asks the server.</summary>
    /// <param name="text">The trimmed text of the utterance.</param>
    /// <param name="context">Time, time zone and language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HttpRequestException">The server cannot be reached or refuses.</exception>
    /// <exception cref="InvalidDataException">The server's answer is no list of results.</exception>
    public async ValueTask<IReadOnlyList<RecognizedEntity>> RecognizeAsync(string text, AnalysisContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        using FormUrlEncodedContent form = new(
        [
            KeyValuePair.Create("text", text),
            KeyValuePair.Create("locale", ToDucklingLocale(context.Locale)),
            KeyValuePair.Create("tz", context.TimeZone),
            KeyValuePair.Create("reftime", context.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        ]);
        using HttpResponseMessage response = await _client.PostAsync(_address, form, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return DucklingEntities.Read(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Duckling wants a region: <c>en_GB</c>, <c>nl_NL</c>.</summary>
    private static string ToDucklingLocale(string locale)
    {
        string[] parts = locale.Split('_', '-', '.');
        string language = parts[0].ToLowerInvariant();
        string region = parts.Length > 1 && parts[1].Length == 2 ? parts[1].ToUpperInvariant() : language == "en" ? "GB" : language.ToUpperInvariant();
        return $"{language}_{region}";
    }
}
