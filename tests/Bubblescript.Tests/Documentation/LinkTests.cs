using System.Text.RegularExpressions;

namespace Bubblescript.Tests.Documentation;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        LinksOf(page).Where(link => !Exists(page, link)).Should().BeEmpty();
    }

    [Fact]
    public void Every_page_of_the_documentation_can_be_reached()
    {
        string start = "docs/README.md";
        HashSet<string> seen = [start];
        Queue<string> open = new(seen);
        while (open.TryDequeue(out string? page))
        {
            foreach (string target in LinksOf(page).Select(link => Resolve(page, link.Split('#')[0])).Where(IsPage).Where(seen.Add))
            {
                open.Enqueue(target);
            }
        }

        Repository.Pages.Where(static page => page.StartsWith("docs/", StringComparison.Ordinal)).Except(seen, StringComparer.Ordinal).Should().BeEmpty();
    }

    private static bool IsPage(string path) => path.EndsWith(".md", StringComparison.Ordinal) && File.Exists(Path.Combine(Repository.Folder, path));

    private static IEnumerable<string> LinksOf(string page)
    {
        string prose = Code.Replace(Fence.Replace(Repository.Read(page), ""), "");
        return Link.Matches(prose)
            .Select(static match => match.Groups["target"].Value)
            .Where(static target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));
    }

    private static bool Exists(string page, string link)
    {
        string[] parts = link.Split('#');
        string target = parts[0].Length == 0 ? page : Resolve(page, parts[0]);
        string path = Path.Combine(Repository.Folder, target);
        if (!File.Exists(path))
        {
            return parts.Length == 1 && Directory.Exists(path);
        }

        return parts.Length == 1 || AnchorsOf(target).Contains(parts[1], StringComparer.Ordinal);
    }

    private static string Resolve(string page, string link) =>
        Path.GetRelativePath(Repository.Folder, Path.GetFullPath(Path.Combine(Repository.Folder, Path.GetDirectoryName(page)!, link))).Replace('\\', '/');

    /// <summary>The anchors that Markdown viewers give headings: lower case, blanks as hyphens, no other punctuation.</summary>
    private static IEnumerable<string> AnchorsOf(string page) => Fence.Replace(Repository.Read(page), "")
        .Split('\n')
        .Where(static line => line.StartsWith('#'))
        .Select(static line => line.TrimStart('#').Trim().ToLowerInvariant())
        .Select(static heading => string.Concat(heading.Where(static character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')).Replace(' ', '-'));

    [GeneratedRegex(@"^```[^`\n]*\n.*?^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Fence { get; }

    [GeneratedRegex("(?<marks>`+)[^\n]*?\\k<marks>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link { get; }
}
