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

    private readonly ConcurrentDictionary<string, Dictionary<Value, int[]>> _fields = new(StringComparer.Ordinal);

    /// <summary>
    /// The positions, in order, of all items that can score above 0 in a conjunction of these parts; null when no part can be looked up.
    /// </summary>
    public static int[]? FindCandidates(ListValue list, QueryNode[] parts, LocaleContext locale)
    {
        if (list.Count < SmallestList)
        {
            return null;
        }

        int[]? fewest = null;
        foreach (QueryNode part in parts)
        {
            if (part is TermNode term && CanLookUp(term)
                && list.GetOrAddIndex(static _ => new ListIndexes()).Find(list, term, locale) is { } found
                && (fewest is null || found.Length < fewest.Length))
            {
                fewest = found;
            }

            // Reading a few items is faster than another look-up, and much faster than making another index.
            if (fewest is { Length: <= FewItems })
            {
                break;
            }
        }

        return fewest;
    }

    private static bool CanLookUp(TermNode term) => term.Name switch
    {
        "_eq" => Operand.Of(term.Argument).Kind is ValueKind.Nil or ValueKind.Boolean or ValueKind.Integer or ValueKind.Float or ValueKind.String or ValueKind.Atom,
        "_in" => term.Argument.Kind == ValueKind.List,
        _ => false,
    };

    private int[]? Find(ListValue list, TermNode term, LocaleContext locale)
    {
        string key = string.Join('\u001f', [locale.Current, locale.Default, .. term.Path]);
        if (!_fields.TryGetValue(key, out Dictionary<Value, int[]>? index))
        {
            if (_fields.Count >= MostIndexes)
            {
                return null;
            }

            index = _fields.GetOrAdd(key, Build(list, term.Path, locale));
        }

        if (string.Equals(term.Name, "_eq", StringComparison.Ordinal))
        {
            return index.GetValueOrDefault(term.Argument, []);
        }

        SortedSet<int> positions = [];
        foreach (Value member in term.Argument.AsList()!.AsSpan())
        {
            positions.UnionWith(index.GetValueOrDefault(member, []));
        }

        return [.. positions];
    }

    private static Dictionary<Value, int[]> Build(ListValue list, string[] path, LocaleContext locale)
    {
        Dictionary<Value, List<int>> positions = new(ExactComparer.Instance);
        for (int i = 0; i < list.Count; i++)
        {
            Value value = TermNode.Read(list[i], path, locale);
            Add(positions, value, i);
            foreach (Value member in Operand.Of(value).AsList() ?? ListValue.Empty)
            {
                Add(positions, member, i);
            }
        }

        return positions.ToDictionary(static entry => entry.Key, static entry => entry.Value.ToArray(), ExactComparer.Instance);
    }

    private static void Add(Dictionary<Value, List<int>> positions, Value value, int position)
    {
        if (!positions.TryGetValue(value, out List<int>? list))
        {
            positions.Add(value, list = []);
        }

        if (list.Count == 0 || list[^1] != position)
        {
            list.Add(position);
        }
    }
}
