using Bubblescript.Values;

namespace Bubblescript.Binding.DataFiles;

/// <summary>A data file that is being read.</summary>
internal sealed class DataFileText(BotFile file)
{
    private readonly DataPositions _positions = new();
    private bool _hasPositions;

    public string Path { get; } = file.Path;

    public string Text { get; } = file.Text.TrimStart('\uFEFF');

    /// <summary>The last part of the path, without folders.</summary>
    public string Name { get; } = file.Path[(file.Path.LastIndexOf('/') + 1)..];

    public bool IsCsv => HasExtension(".csv");

    /// <summary>The constant's name: the path without extension, other characters than letters and digits as <c>_</c>.</summary>
    public string ConstantName
    {
        get
        {
            string path = Path[..Path.LastIndexOf('.')];
            string name = string.Concat(path.Select(static character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
            return name.Length > 0 && char.IsAsciiDigit(name[0]) ? $"_{name}" : string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));
        }
    }

    /// <summary>The content of a YAML or JSON file.</summary>
    /// <exception cref="DataFormatException">It cannot be read.</exception>
    public Value Read() => HasExtension(".json") ? JsonDataReader.Read(Text) : YamlReader.Read(Text, "the file");

    /// <summary>The place of a part of the content by its path in it, such as <c>intents/0/match</c>.</summary>
    public DataPlace PlaceOf(string part)
    {
        if (!_hasPositions)
        {
            _hasPositions = true;
            _ = HasExtension(".json") ? JsonDataReader.Read(Text, _positions) : YamlReader.Read(Text, "the file", _positions);
        }

        (int line, int column) = _positions.Find(part);
        return PlaceAt(line, column);
    }

    /// <summary>The place of the key of an entry.</summary>
    public DataPlace PlaceOfKey(string part) => PlaceOf(DataPositions.KeyOf(part));

    public DataPlace PlaceAt(int line, int column) => new(Path, line, column, Text);

    public bool HasExtension(string extension) => Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
