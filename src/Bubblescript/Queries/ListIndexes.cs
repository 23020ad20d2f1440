using System.Collections.Concurrent;
using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>
/// Hash indexes of a list by field, made when a query first asks for equality on that field. Kept with the list; safe for several threads.
/// </summary>
internal sealed class ListIndexes
{
    /// <summary>Lists with fewer items are read through.</summary>
    public const int SmallestList = 64;

    private const int MostIndexes = 16;
    private const int FewItems = 16;

    private readonly ConcurrentDictionary<string, FieldIndex> _fields = new(StringComparer.Ordinal);

    /// <summary>
    /// Finds the positions, in order, of all items that can score above 0 in a conjunction of these parts; false when no part can be looked up.
    /// </summary>
    public static bool TryFindCandidates(ListValue list, QueryNode[] parts, LocaleContext locale, out ReadOnlySpan<int> candidates)
    {
        candidates = [];
        if (list.Count < SmallestList)
        {
            return false;
        }

        bool isFound = false;
        foreach (QueryNode part in parts)
        {
            if (part is TermNode term && CanLookUp(term)
                && list.GetOrAddIndex(static _ => new ListIndexes()).TryFind(list, term, locale, out ReadOnlySpan<int> found)
                && (!isFound || found.Length < candidates.Length))
            {
                isFound = true;
                candidates = found;
            }

            // Reading a few items is faster than another look-up, and much faster than making another index.
            if (isFound && candidates.Length <= FewItems)
            {
                break;
            }
        }

        return isFound;
    }

    private static bool CanLookUp(TermNode term) => term.Name switch
    {
        "_eq" => FieldIndex.CanFind(term.Argument),
        "_in" => term.Argument.AsList() is { } members && members.All(FieldIndex.CanFind),
        _ => false,
    };

    private bool TryFind(ListValue list, TermNode term, LocaleContext locale, out ReadOnlySpan<int> found)
    {
        found = [];
        string key = string.Join('\u001f', [locale.Current, locale.Default, .. term.Path]);
        if (!_fields.TryGetValue(key, out FieldIndex? index))
        {
            if (_fields.Count >= MostIndexes)
            {
                return false;
            }

            index = _fields.GetOrAdd(key, FieldIndex.Build(list, term.Path, locale));
        }

        found = string.Equals(term.Name, "_eq", StringComparison.Ordinal) ? index.Find(term.Argument) : FindAny(index, term.Argument.AsList()!);
        return true;
    }

    private static int[] FindAny(FieldIndex index, ListValue members)
    {
        SortedSet<int> positions = [];
        foreach (Value member in members.AsSpan())
        {
            foreach (int position in index.Find(member))
            {
                positions.Add(position);
            }
        }

        return [.. positions];
    }
}
