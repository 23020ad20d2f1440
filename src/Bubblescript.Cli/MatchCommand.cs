using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Matching;

namespace Bubblescript.Cli;

/// <summary>The command <c>bubble match</c>: matches texts with BML patterns.</summary>
internal static class MatchCommand
{
    private const int Success = 0;
    private const int NoMatch = 1;
    private const int Invalid = 2;

    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Matches one text; the exit code is 0 for a match, 1 for none, 2 for an invalid pattern.</summary>
    public static async Task<int> RunAsync(string pattern, string text, TextWriter output, MatchOptions options, CancellationToken cancellationToken = default)
    {
        MatchReport report = MatchReport.Create(pattern, EnglishAnalyzer.Instance.Analyze(text, options.Context));
        string result = options.AsJson ? report.ToJson(withDetails: true) + Environment.NewLine : report.ToText(options.Explain);
        await output.WriteAsync(result.AsMemory(), cancellationToken).ConfigureAwait(false);
        return report.Error is not null ? Invalid : report.Match is null ? NoMatch : Success;
    }

    /// <summary>Reads lines <c>{"pattern": …, "text": …}</c> and writes one line of JSON for each; the exit code is 2 when a line is no such object.</summary>
    public static async Task<int> RunBatchAsync(TextReader input, TextWriter output, MatchOptions options, CancellationToken cancellationToken = default)
    {
        int exitCode = Success;
        int number = 0;
        while (await input.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            string result;
            if (TryRead(line, out string pattern, out string text))
            {
                result = MatchReport.Create(pattern, EnglishAnalyzer.Instance.Analyze(text, options.Context)).ToJson(options.Explain);
            }
            else
            {
                exitCode = Invalid;
                string message = $"line {number} is no JSON object with the texts \"pattern\" and \"text\"";
                result = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["error"] = message }, JsonOptions);
            }

            await output.WriteLineAsync(result.AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        return exitCode;
    }

    private static bool TryRead(string line, out string pattern, out string text)
    {
        (pattern, text) = (string.Empty, string.Empty);
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("pattern", out JsonElement first) || first.ValueKind != JsonValueKind.String
                || !root.TryGetProperty("text", out JsonElement second) || second.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            (pattern, text) = (first.GetString()!, second.GetString()!);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A malformed line is reported in its place in the output; the other lines are still worth matching.
            return false;
        }
    }
}
