using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Matching;
using NodaTime;

namespace Bubblescript.Cli.Commands;

/// <summary>The command <c>bubble match</c>: matches texts with BML patterns.</summary>
internal static class MatchCommand
{
    public const string Name = "match";

    private const char ByteOrderMark = '\uFEFF';

    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make(ToolConsole console)
    {
        Argument<string?> pattern = new("PATTERN") { Description = "A BML pattern, or one of early scripts with #<name>.", Arity = ArgumentArity.ZeroOrOne };
        Argument<string?> text = new("TEXT") { Description = "The text that is matched.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> batch = new("--batch")
        {
            Description = "Read lines {\"pattern\": …, \"text\": …} from a file (- is standard input) and write one line of JSON for each.",
            HelpName = "FILE",
        };
        Option<bool> json = new("--json") { Description = "Write the result as JSON." };
        Option<bool> explain = new("--explain") { Description = "Show which part of the pattern took which words." };
        Option<string> locale = new("--locale") { Description = "The language of the text; English words match their dictionary forms.", DefaultValueFactory = static _ => "en", HelpName = "LOCALE" };
        Option<string> zone = new("--time-zone") { Description = "The time zone in which times are meant.", DefaultValueFactory = static _ => "UTC", HelpName = "ZONE" };
        Command command = new(Name, "Matches texts with a pattern. The exit status is 1 if it does not match.") { pattern, text, batch, json, explain, locale, zone };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            MatchOptions options = new()
            {
                AsJson = parsed.GetValue(json),
                Explain = parsed.GetValue(explain),
                Context = new AnalysisContext { Now = DateTimeOffset.UtcNow, Locale = TranslationsCommand.CheckLocale(parsed.GetRequiredValue(locale)), TimeZone = RequireZone(parsed.GetRequiredValue(zone)) },
            };
            (string? onePattern, string? oneText) = (parsed.GetValue(pattern), parsed.GetValue(text));
            if (parsed.GetValue(batch) is { } file)
            {
                return onePattern is null
                    ? await RunFileAsync(file, console, options, cancellationToken).ConfigureAwait(false)
                    : throw new ToolException("give either a pattern and a text, or '--batch'");
            }

            return onePattern is not null && oneText is not null
                ? await RunAsync(onePattern, oneText, console.Output, options, cancellationToken).ConfigureAwait(false)
                : throw new ToolException("give a pattern and a text, or '--batch FILE'");
        });
        return command;
    }

    private static string RequireZone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
        ? zone
        : throw new ToolException($"there is no time zone '{zone}'; zones have names such as Europe/Amsterdam");

    private static async Task<int> RunFileAsync(string file, ToolConsole console, MatchOptions options, CancellationToken cancellationToken)
    {
        if (file == "-")
        {
            return await RunBatchAsync(console.Input, console.Output, options, cancellationToken).ConfigureAwait(false);
        }

        if (!File.Exists(file))
        {
            throw new ToolException($"there is no file '{file}'");
        }

        using StreamReader reader = new(file, Encoding.UTF8);
        return await RunBatchAsync(reader, console.Output, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Matches one text; the exit code is 0 for a match, 1 for none, 2 for an invalid pattern.</summary>
    public static async Task<int> RunAsync(string pattern, string text, TextWriter output, MatchOptions options, CancellationToken cancellationToken = default)
    {
        MatchReport report = MatchReport.Create(pattern, EnglishAnalyzer.Instance.Analyze(text, options.Context));
        string result = options.AsJson ? report.ToJson(withDetails: true) + "\n" : report.ToText(options.Explain);
        await output.WriteAsync(result.AsMemory(), cancellationToken).ConfigureAwait(false);
        return report.Error is not null ? ExitCode.Usage : report.Match is null ? ExitCode.Failure : ExitCode.Success;
    }

    /// <summary>Reads lines <c>{"pattern": …, "text": …}</c> and writes one line of JSON for each; the exit code is 2 when a line is no such object.</summary>
    public static async Task<int> RunBatchAsync(TextReader input, TextWriter output, MatchOptions options, CancellationToken cancellationToken = default)
    {
        int exitCode = ExitCode.Success;
        int number = 0;
        while (await input.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            number++;
            string content = line.Trim(ByteOrderMark);
            if (string.IsNullOrWhiteSpace(content))
            {
                continue;
            }

            string result;
            if (TryRead(content, out string pattern, out string text))
            {
                result = MatchReport.Create(pattern, EnglishAnalyzer.Instance.Analyze(text, options.Context)).ToJson(options.Explain);
            }
            else
            {
                exitCode = ExitCode.Usage;
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
