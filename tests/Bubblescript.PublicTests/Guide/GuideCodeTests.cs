namespace Bubblescript.PublicTests.Guide;

public sealed class GuideCodeTests
{
    public static TheoryData<string, int> Blocks
    {
        get
        {
            TheoryData<string, int> blocks = [];
            foreach (string page in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "docs", "guide"), "*.md").Order(StringComparer.Ordinal))
            {
                int count = BlocksOf(page).Count;
                for (int i = 0; i < count; i++)
                {
                    blocks.Add(Path.GetFileName(page), i);
                }
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void The_code_of_the_guide_is_code_that_compiles(string page, int index)
    {
        string folder = Path.Combine(RepositoryFolder.Path, "tests", "Bubblescript.PublicTests", "Guide");
        string compiled = string.Concat(Directory.EnumerateFiles(folder, "*.cs").Select(static file => Normalize(File.ReadLines(file))));

        compiled.Should().Contain(Normalize(BlocksOf(Path.Combine(RepositoryFolder.Path, "docs", "guide", page))[index]));
    }

    private static string Normalize(IEnumerable<string> lines) => string.Concat(lines.Select(static line => line.Trim()).Where(static line => line.Length > 0).Select(static line => line + "\n"));

    private static List<List<string>> BlocksOf(string page)
    {
        List<List<string>> blocks = [];
        List<string>? block = null;
        foreach (string line in File.ReadLines(page))
        {
            if (block is null && line.StartsWith("```csharp", StringComparison.Ordinal))
            {
                block = [];
            }
            else if (block is not null && line.StartsWith("```", StringComparison.Ordinal))
            {
                blocks.Add(block);
                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }

        return blocks;
    }
}
