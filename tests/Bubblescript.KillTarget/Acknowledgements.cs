using System.Globalization;
using System.Text;

namespace Bubblescript.KillTarget;

/// <summary>
/// A file with a line for each acknowledged input, written at once: what the process has handed to the system outlives its sudden end.
/// </summary>
internal sealed class Acknowledgements(string path) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Add(int conversation, int number)
    {
        byte[] line = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{conversation} {number}\n"));
        lock (_lock)
        {
            _file.Write(line);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>For each conversation how many inputs have been acknowledged; inputs are acknowledged in order.</summary>
    public static int[] Read(string path, int conversations)
    {
        int[] counts = new int[conversations];
        string text = File.Exists(path) ? File.ReadAllText(path) : "";

        // The last line may have been cut off by the end of the process.
        foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            int conversation = int.Parse(parts[0], CultureInfo.InvariantCulture);
            counts[conversation] = Math.Max(counts[conversation], int.Parse(parts[1], CultureInfo.InvariantCulture) + 1);
        }

        return counts;
    }
}
