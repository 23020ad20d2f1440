using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>Finds the locales of the translatable values (<c>$i18n</c>) inside a value.</summary>
internal static class LocaleSearch
{
    private const int LargestSearch = 20_000;
    private const string Mark = "$i18n";

    /// <summary>Adds the locales to a set; true when the value holds a translatable one.</summary>
    public static bool Collect(Value value, HashSet<string> locales)
    {
        bool isFound = false;
        Stack<Value> pending = new([value]);
        for (int visited = 0; visited < LargestSearch && pending.TryPop(out Value current); visited++)
        {
            if (current.AsMap() is { } map)
            {
                bool isTranslatable = TranslatableValue.IsTranslatable(map);
                isFound |= isTranslatable;
                foreach (KeyValuePair<string, Value> entry in map.AsSpan())
                {
                    if (isTranslatable && !string.Equals(entry.Key, Mark, StringComparison.Ordinal))
                    {
                        locales.Add(entry.Key);
                    }

                    PushContainer(pending, entry.Value);
                }
            }
            else if (current.AsList() is { } list)
            {
                foreach (Value item in list.AsSpan())
                {
                    PushContainer(pending, item);
                }
            }
            else if (current.AsRecord() is { } record)
            {
                pending.Push(record.Fields);
            }
        }

        return isFound;
    }

    private static void PushContainer(Stack<Value> pending, Value value)
    {
        if (value.Kind is ValueKind.Map or ValueKind.List or ValueKind.Record)
        {
            pending.Push(value);
        }
    }
}
