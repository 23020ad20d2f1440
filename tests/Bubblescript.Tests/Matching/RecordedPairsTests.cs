using System.Text.Json;
using Bubblescript.Cli.Commands;
using Bubblescript.Matching;

namespace Bubblescript.Tests.Matching;

/// <summary>
/// Patterns and texts with the results that the language reference requires: those at the head of the file were written down by hand, the others were found
/// by a matcher in another language that was written from the reference alone.
/// </summary>
public sealed class RecordedPairsTests
{
    [Fact]
    public async Task Every_recorded_pair_has_the_recorded_result()
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(RepositoryFolder.Path, "tests", "Bubblescript.Tests", "Matching", "pairs.jsonl"), TestContext.Current.CancellationToken);
        using StringReader input = new(string.Join('\n', lines));
        using StringWriter output = new();

        await MatchCommand.RunBatchAsync(input, output, new MatchOptions { Context = new AnalysisContext { Now = DateTimeOffset.UnixEpoch } }, TestContext.Current.CancellationToken);

        string[] results = output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        results.Should().HaveCount(lines.Length).And.HaveCountGreaterThan(1900);
        lines.Zip(results, Compare).Where(static difference => difference.Length > 0).Should().BeEmpty();
    }

    private static string Compare(string line, string result)
    {
        using JsonDocument expected = JsonDocument.Parse(line);
        using JsonDocument actual = JsonDocument.Parse(result);
        bool agrees = expected.RootElement.TryGetProperty("error", out _)
            ? actual.RootElement.TryGetProperty("error", out _)
            : actual.RootElement.TryGetProperty("match", out JsonElement match)
                && match.GetBoolean() == expected.RootElement.GetProperty("match").GetBoolean()
                && string.Equals(DescribeCaptures(expected), DescribeCaptures(actual), StringComparison.Ordinal);
        return agrees ? string.Empty : $"{line} gave {result}";
    }

    private static string DescribeCaptures(JsonDocument document) => document.RootElement.TryGetProperty("captures", out JsonElement captures)
        ? string.Join("; ", captures.EnumerateObject().OrderBy(static capture => capture.Name, StringComparer.Ordinal)
            .Select(static capture => $"{capture.Name} = {string.Join('|', capture.Value.EnumerateArray().Select(static text => text.GetString()))}"))
        : string.Empty;
}
