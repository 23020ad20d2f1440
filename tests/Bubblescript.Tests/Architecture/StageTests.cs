using Bubblescript.Tests.Documentation;
using Bubblescript.Values;

namespace Bubblescript.Tests.Architecture;

/// <summary>The table of stages in the documentation is true.</summary>
public sealed class StageTests
{
    private static readonly Dictionary<string, HashSet<string>> Allowed = ReadTable();
    private static readonly (string From, string To)[] Actual = ReadReferences();

    [Fact]
    public void A_stage_knows_only_the_stages_in_its_row()
    {
        Actual.Where(static edge => !Allowed[edge.From].Contains(edge.To))
            .Select(static edge => $"{edge.From} uses {edge.To}")
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_library_has_a_row()
    {
        string[] folders = [.. Directory.GetDirectories(Path.Combine(Repository.Folder, "src", "Bubblescript"))
            .Select(static path => Path.GetFileName(path))
            .Where(static name => name is not ("bin" or "obj"))];
        folders.Where(static folder => !Allowed.ContainsKey(folder)).Should().BeEmpty();
    }

    [Fact]
    public void Only_two_pairs_of_stages_know_each_other()
    {
        Allowed.SelectMany(static row => row.Value.Select(to => (From: row.Key, To: to)))
            .Where(static edge => string.CompareOrdinal(edge.From, edge.To) < 0 && Reaches(edge.To, edge.From))
            .Should().BeEquivalentTo([("Diagnostics", "Syntax"), ("Coordination", "Storage")]);
    }

    [Fact]
    public void The_reader_of_references_sees_calls_in_method_bodies()
    {
        Actual.Should().Contain(("Queries", "Values")).And.Contain(("Builtins", "Schemas"));
    }

    private static bool Reaches(string from, string to)
    {
        HashSet<string> seen = [from];
        Queue<string> open = new([from]);
        while (open.TryDequeue(out string? stage))
        {
            foreach (string next in Allowed[stage].Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return seen.Contains(to);
    }

    private static (string From, string To)[] ReadReferences() =>
    [
        .. NamespaceReferences.Read(typeof(Value).Assembly.Location)
            .Select(static edge => (From: StageOf(edge.From), To: StageOf(edge.To)))
            .Where(static edge => edge.From != edge.To && edge.From.Length > 0)
            .Distinct(),
    ];

    private static string StageOf(string name) =>
        name.StartsWith("Bubblescript.", StringComparison.Ordinal) ? name.Split('.')[1] : name.Split('.')[0] is "Superpower" ? "Superpower" : "";

    private static Dictionary<string, HashSet<string>> ReadTable() => File
        .ReadLines(Path.Combine(Repository.Folder, "docs", "architecture.md"))
        .SkipWhile(static line => !line.StartsWith("| stage |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Split('|'))
        .ToDictionary(
            static cells => cells[1].Trim(),
            static cells => cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
}
