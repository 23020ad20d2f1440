using System.Collections.Immutable;

namespace Bubblescript.Binding;

/// <summary>Reads the files of a bot from a folder, or a bot of one file.</summary>
internal static class BotReader
{
    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    public static BotSources Read(string path, string? id)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
        {
            return new BotSources(id ?? Path.GetFileName(full), ReadFolder(full));
        }

        if (!File.Exists(full))
        {
            throw new FileNotFoundException($"There is no bot at '{path}': neither a folder nor a file.", path);
        }

        string name = Path.GetFileName(full);
        return new BotSources(id ?? Path.GetFileNameWithoutExtension(full), [new BotFile(name, File.ReadAllText(full))]);
    }

    private static ImmutableArray<BotFile> ReadFolder(string folder) =>
    [
        .. Directory
            .EnumerateFiles(folder, "*", Options)
            .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(static file => BotFileKinds.Of(file.Path) != BotFileKind.Ignored && !IsHidden(file.Path))
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(static file => new BotFile(file.Path, File.ReadAllText(file.File))),
    ];

    private static bool IsHidden(string path) => path.StartsWith('.') || path.Contains("/.", StringComparison.Ordinal);
}
