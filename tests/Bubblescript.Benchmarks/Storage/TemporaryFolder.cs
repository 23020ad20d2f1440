namespace Bubblescript.Benchmarks.Storage;

/// <summary>A folder that is gone after its use.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bubblescript-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
