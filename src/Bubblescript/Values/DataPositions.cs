using System.Text;

namespace Bubblescript.Values;

/// <summary>Where the parts of a data file stand, by their path such as <c>intents/0/match</c>; kept for files whose content is checked.</summary>
internal sealed class DataPositions
{
    private readonly Dictionary<string, (int Line, int Column)> _positions = new(StringComparer.Ordinal);
    private int _offset;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The path under which the key of an entry is kept; the path itself is that of its value.</summary>
    public static string KeyOf(string path) => path + '\n';

    public void Add(string path, int line, int column) => _positions[path] = (line, column);

    /// <summary>Adds a part by its offset in the UTF-8 text; offsets grow from part to part.</summary>
    public void Add(string path, ReadOnlySpan<byte> utf8, int offset)
    {
        ReadOnlySpan<byte> between = utf8[_offset..offset];
        int lastBreak = between.LastIndexOf((byte)'\n');
        _line += between.Count((byte)'\n');
        _lineStart = lastBreak < 0 ? _lineStart : _offset + lastBreak + 1;
        _offset = offset;
        Add(path, _line, Encoding.UTF8.GetCharCount(utf8[_lineStart..offset]) + 1);
    }

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
