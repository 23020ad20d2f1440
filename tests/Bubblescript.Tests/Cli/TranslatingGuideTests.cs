using System.Text.RegularExpressions;

namespace Bubblescript.Tests.Cli;

public sealed partial class TranslatingGuideTests
{
    [Fact]
    public async Task The_commands_of_the_guide_do_what_it_says()
    {
        using TemporaryBot folder = new();
        Directory.CreateDirectory(folder.PathOf("tea"));
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "docs", "guide", "translating.md"));
        int commands = 0;

        foreach (Match block in Block().Matches(page))
        {
            string kind = block.Groups["kind"].Value;
            string path = block.Groups["path"].Value;
            string text = block.Groups["text"].Value;
            if (kind == "console")
            {
                commands++;
                (await RunAsync(folder, text[..text.IndexOf('\n', StringComparison.Ordinal)])).Should().Be(text);
            }
            else if (kind == "yaml result")
            {
                (await File.ReadAllTextAsync(folder.PathOf(path))).Should().Be(text);
            }
            else
            {
                await File.WriteAllTextAsync(folder.PathOf(path), text);
            }
        }

        commands.Should().Be(4);
    }

    /// <summary>The command with what it wrote, paths as they are for somebody in the folder; the lines of the script under a diagnostic are left out, as in the guide.</summary>
    private static async Task<string> RunAsync(TemporaryBot folder, string command)
    {
        string[] arguments = [.. command.Split(' ')[2..].Select(word => word is "tea" or "nl.po" ? folder.PathOf(word) : word)];
        ToolRun run = await ToolRun.StartAsync("", arguments);
        IEnumerable<string> lines = (run.Error + run.Output)
            .Replace(folder.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Split('\n')
            .Where(static line => !line.StartsWith(' '));
        return command + "\n" + string.Join('\n', lines);
    }

    [GeneratedRegex("^```(?<kind>console|po|bubblescript|yaml( result)?)( (?<path>[^ \n]+))?\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Block();
}
