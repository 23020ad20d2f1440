using Bubblescript.Matching;

namespace Bubblescript.Binding.Checks;

/// <summary>Whether whatever a pattern matches, an earlier one matches too, as far as their text tells (language reference, section 11).</summary>
internal static class PatternCoverage
{
    /// <summary>The same pattern, or one of words that occur in the same order in the later one.</summary>
    public static bool Covers(UtterancePattern earlier, UtterancePattern later)
    {
        if (string.Equals(earlier.Source.Trim(), later.Source.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (WordsOf(earlier.Source) is not { Length: > 0 } words || WordsOf(later.Source) is not { } others)
        {
            return false;
        }

        int found = 0;
        foreach (string other in others)
        {
            if (found < words.Length && string.Equals(words[found], other, StringComparison.Ordinal))
            {
                found++;
            }
        }

        return found == words.Length;
    }

    /// <summary>The words of a pattern that consists of nothing else; null for others.</summary>
    private static string[]? WordsOf(string pattern)
    {
        string[] words = TextNormalizer.Normalize(pattern).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, static word => word.All(char.IsLetterOrDigit)) ? words : null;
    }
}
