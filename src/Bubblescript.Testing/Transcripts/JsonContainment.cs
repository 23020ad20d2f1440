using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>
/// Whether a value contains the JSON that a transcript gives: maps may have more keys, at every level; lists must agree item by item.
/// </summary>
internal static class JsonContainment
{
    /// <summary>Null when it does; else where and how the two differ.</summary>
    public static string? FindDifference(Value expected, Value actual) => FindDifference(expected, actual, "");

    private static string? FindDifference(Value expected, Value actual, string path)
    {
        if (expected.AsMap() is { } map)
        {
            MapValue? fields = actual.AsMap() ?? actual.AsRecord()?.Fields;
            return fields is null ? Describe(path, expected, actual) : FindDifference(map, fields, path);
        }

        if (expected.AsList() is { } list)
        {
            return actual.AsList() is { } items && items.Count == list.Count ? FindDifference(list, items, path) : Describe(path, expected, actual);
        }

        return AreEqual(expected, actual) ? null : Describe(path, expected, actual);
    }

    private static string? FindDifference(MapValue expected, MapValue actual, string path)
    {
        foreach (KeyValuePair<string, Value> entry in expected)
        {
            if (FindDifference(entry.Value, actual[entry.Key], path.Length == 0 ? entry.Key : $"{path}.{entry.Key}") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? FindDifference(ListValue expected, ListValue actual, string path)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            if (FindDifference(expected[i], actual[i], $"{path}[{i}]") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static bool AreEqual(Value expected, Value actual)
    {
        if (expected.AsDouble() is { } first && actual.AsDouble() is { } second)
        {
            return expected == actual || first.Equals(second);
        }

        return expected == actual || (expected.AsString() is { } text && string.Equals(actual.AsAtom(), text, StringComparison.Ordinal));
    }

    private static string Describe(string path, Value expected, Value actual)
    {
        string place = path.Length == 0 ? "" : $"{path}: ";
        return $"{place}expected {ValueJson.ToJson(expected)}, got {ValueJson.ToJson(actual)}";
    }
}
