namespace Bubblescript.Binding;

/// <summary>Tells scripts, tests and data files apart and orders the scripts.</summary>
internal static class BotFileKinds
{
    private static readonly string[] ScriptExtensions = [".bubble", ".bubblescript"];
    private static readonly string[] DataExtensions = [".yml", ".yaml", ".json", ".csv"];

    public static BotFileKind Of(string path)
    {
        string? script = ScriptExtensions.FirstOrDefault(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        if (script is null)
        {
            return DataExtensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) ? BotFileKind.Data : BotFileKind.Ignored;
        }

        string name = path[..^script.Length];
        return name switch
        {
            "master" => BotFileKind.Master,
            "group" => BotFileKind.Group,
            _ => name.EndsWith(".test", StringComparison.OrdinalIgnoreCase) ? BotFileKind.Test : BotFileKind.Main,
        };
    }

    /// <summary>Whether this is the script that comes before all others.</summary>
    public static bool IsFirst(string path) => ScriptExtensions.Any(extension => string.Equals(path, "main" + extension, StringComparison.OrdinalIgnoreCase));
}
