namespace Bubblescript.Binding;

/// <summary>"Did you mean": finds the known name that is closest to an unknown one (language reference, section 11).</summary>
internal static class NameSuggestion
{
    private const int LongestName = 64;

    /// <summary>A hint that names the closest candidate, or null when none is close.</summary>
    public static string? Hint(string name, IEnumerable<string> candidates, string prefix = "")
    {
        string? closest = FindClosest(name, candidates);
        return closest is null ? null : $"did you mean '{prefix}{closest}'?";
    }

    /// <summary>The candidate whose edit distance is smallest and at most 2, or a third of the name's length.</summary>
    public static string? FindClosest(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        int limit = Math.Min(Math.Max(2, name.Length / 3), name.Length - 1);
        string? closest = null;
        int best = limit + 1;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= best)
            {
                continue;
            }

            int distance = EditDistance(name, candidate);
            if (distance < best && distance > 0)
            {
                best = distance;
                closest = candidate;
            }
        }

        return closest;
    }

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other.</summary>
    public static int EditDistance(string first, string second)
    {
        int width = second.Length + 1;
        int[] beforeLast = new int[width];
        int[] last = new int[width];
        int[] current = new int[width];
        for (int j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= first.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j < width; j++)
            {
                int cost = first[i - 1] == second[j - 1] ? 0 : 1;
                int distance = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                }

                current[j] = distance;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[second.Length];
    }
}
