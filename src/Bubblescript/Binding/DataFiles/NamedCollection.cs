using Bubblescript.Diagnostics;
using Bubblescript.Values;

namespace Bubblescript.Binding.DataFiles;

/// <summary>Prompts or schemas of several files under their names, each of which may stand once.</summary>
internal sealed class NamedCollection(DiagnosticBag diagnostics, string what)
{
    private readonly List<KeyValuePair<string, Value>> _entries = [];
    private readonly Dictionary<string, DataPlace> _places = new(StringComparer.Ordinal);

    /// <summary>The first file that adds to the collection.</summary>
    public string? FirstFile { get; set; }

    public void Add(string name, Value value, DataPlace place)
    {
        if (_places.TryAdd(name, place))
        {
            _entries.Add(KeyValuePair.Create(name, value));
            return;
        }

        DataPlace first = _places[name];
        diagnostics.Add(place.ToDiagnostic(
            Descriptors.InvalidDataFile,
            FormattableString.Invariant($"duplicate {what} '{name}': it is already defined at {first.Path}:{first.Line}"),
            "rename one of them"));
    }

    public MapValue ToMap() => MapValue.From(_entries);
}
