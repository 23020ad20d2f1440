using Bubblescript.Syntax;

namespace Bubblescript.Binding.Checks;

/// <summary>The triggers that come first, by what a later one must have in common with them; keeps the check fast for thousands of triggers.</summary>
internal sealed class TriggerIndex
{
    private readonly List<SourcePlace> _places = [];
    private readonly Dictionary<string, List<(TriggerAlternative Alternative, int Trigger)>> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(TriggerAlternative Alternative, int Trigger)>> _byFirstWord = new(StringComparer.Ordinal);

    public void Add(SourcePlace place, IEnumerable<TriggerAlternative> alternatives)
    {
        foreach (TriggerAlternative alternative in alternatives)
        {
            Add(_byText, alternative.Text, alternative);
            if (alternative is { IsWordPattern: true, Words: [var first, ..] })
            {
                Add(_byFirstWord, first, alternative);
            }
        }

        _places.Add(place);
    }

    /// <summary>The first trigger that covers all alternatives of a later one, or null.</summary>
    public SourcePlace? FindCovering(IReadOnlyList<TriggerAlternative> alternatives)
    {
        SortedSet<int>? common = null;
        foreach (TriggerAlternative alternative in alternatives)
        {
            SortedSet<int> covering = Covering(alternative);
            if (common is null)
            {
                common = covering;
            }
            else
            {
                common.IntersectWith(covering);
            }

            if (common.Count == 0)
            {
                return null;
            }
        }

        return common is null ? null : _places[common.Min];
    }

    private void Add(Dictionary<string, List<(TriggerAlternative Alternative, int Trigger)>> index, string key, TriggerAlternative alternative)
    {
        if (!index.TryGetValue(key, out List<(TriggerAlternative Alternative, int Trigger)>? entries))
        {
            index.Add(key, entries = []);
        }

        entries.Add((alternative, _places.Count));
    }

    private SortedSet<int> Covering(TriggerAlternative later)
    {
        SortedSet<int> covering = [];
        Collect(_byText, later.Text, later, covering);
        foreach (string word in later.Words ?? [])
        {
            Collect(_byFirstWord, word, later, covering);
        }

        return covering;
    }

    private static void Collect(
        Dictionary<string, List<(TriggerAlternative Alternative, int Trigger)>> index, string key, TriggerAlternative later, SortedSet<int> covering)
    {
        foreach ((TriggerAlternative alternative, int trigger) in index.GetValueOrDefault(key, []))
        {
            if (alternative.Covers(later))
            {
                covering.Add(trigger);
            }
        }
    }
}
