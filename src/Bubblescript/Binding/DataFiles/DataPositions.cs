namespace Bubblescript.Binding.DataFiles;

/// <summary>Where the parts of a data file stand, by their path such as <c>intents/0/match</c>; kept for files whose content is checked.</summary>
internal sealed class DataPositions
{
    private readonly Dictionary<string, (int Line, int Column)> _positions = new(StringComparer.Ordinal);

    public void Add(string path, int line, int column) => _positions[path] = (line, column);

    /// <summary>The position of a part, else that of what holds it, else the start of the file.</summary>
    public (int Line, int Column) Find(string path)
    {
        while (true)
        {
            if (_positions.TryGetValue(path, out (int Line, int Column) position))
            {
                return position;
            }

            int slash = path.LastIndexOf('/');
            if (slash < 0)
            {
                return (1, 1);
            }

            path = path[..slash];
        }
    }
}
