namespace Bubblescript.Tests.Cli;

/// <summary>A folder with files, for as long as a test runs.</summary>
internal sealed class TemporaryBot : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bubble-");

    public TemporaryBot(params (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
        {
            string path = PathOf(name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    public string Folder => _folder.FullName;

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
