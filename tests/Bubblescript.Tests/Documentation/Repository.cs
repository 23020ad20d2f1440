namespace Bubblescript.Tests.Documentation;

/// <summary>The files of the repository.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    /// <summary>The Markdown files of the documentation, relative to the repository.</summary>
    public static IEnumerable<string> Pages => Directory
        .EnumerateFiles(Path.Combine(Folder, "docs"), "*.md", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Folder, "*.md"))
        .Select(static path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string Read(string page) => File.ReadAllText(Path.Combine(Folder, page));

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bubblescript.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository was not found.");
    }
}
