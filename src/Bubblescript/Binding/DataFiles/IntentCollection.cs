using Bubblescript.Diagnostics;
using Bubblescript.Values;

namespace Bubblescript.Binding.DataFiles;

/// <summary>The intents of intent files: of those with one id, the one with the highest priority holds, else the first (language reference, section 6).</summary>
internal sealed class IntentCollection(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<(string Id, Value Intent, string Path, double Priority)> _intents = [];
    private readonly List<(string Pattern, DataPlace Place)> _patterns = [];

    public string? FirstFile { get; private set; }

    /// <summary>The patterns with their places.</summary>
    public IReadOnlyList<(string Pattern, DataPlace Place)> Patterns => _patterns;

    public void Add(DataFileText file, ListValue intents)
    {
        FirstFile ??= file.Path;
        for (int i = 0; i < intents.Count; i++)
        {
            string part = FormattableString.Invariant($"intents/{i}");
            MapValue entry = intents[i].AsMap()!;
            if (Collect(file, part, entry["match"]))
            {
                Add(file, entry);
            }
        }
    }

    /// <summary>The intents that hold, in the order of the files.</summary>
    public IEnumerable<(string Id, Value Intent, string Path)> Best() => _intents.Select(static entry => (entry.Id, entry.Intent, entry.Path));

    private void Add(DataFileText file, MapValue entry)
    {
        string id = ValueText.ToText(entry["id"]);
        double priority = entry["priority"].AsDouble() ?? 0;
        RecordValue intent = new(RecordKind.Intent, MapValue.From(("id", id), ("label", entry["label"]), ("match", entry["match"])));
        if (!_positions.TryGetValue(id, out int position))
        {
            _positions.Add(id, _intents.Count);
            _intents.Add((id, intent, file.Path, priority));
        }
        else if (priority > _intents[position].Priority)
        {
            _intents[position] = (id, intent, file.Path, priority);
        }
    }

    private bool Collect(DataFileText file, string part, Value match)
    {
        if (match.AsString() is { } pattern)
        {
            _patterns.Add((pattern, file.PlaceOf($"{part}/match")));
            return true;
        }

        if (match.AsList() is { Count: > 0 } list && list.All(static item => item.IsString))
        {
            for (int i = 0; i < list.Count; i++)
            {
                _patterns.Add((list[i].AsString()!, file.PlaceOf(FormattableString.Invariant($"{part}/match/{i}"))));
            }

            return true;
        }

        diagnostics.Add(file.PlaceOf(part).ToDiagnostic(Descriptors.InvalidDataFile, "an intent needs 'match': a BML text or a list of them"));
        return false;
    }
}
