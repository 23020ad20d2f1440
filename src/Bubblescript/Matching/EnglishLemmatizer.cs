using System.Collections.Frozen;

namespace Bubblescript.Matching;

/// <summary>
/// The dictionary forms of English words: a table of irregular forms and suffix rules (language reference, BML, section 2.6). Suffix rules know no
/// dictionary and therefore give every form that they allow: "making" gives "mak" and "make".
/// </summary>
internal static class EnglishLemmatizer
{
    private const int ShortestStem = 2;

    /// <summary>Shorter words on -is and -us are no plurals: "this", "plus".</summary>
    private const int ShortestPlural = 5;

    private static readonly string[] None = [];
    private static readonly FrozenDictionary<string, string[]> Irregular = EnglishIrregularForms.Read();
    private static readonly FrozenSet<string> Uninflected = FrozenSet.Create(
        StringComparer.Ordinal,
        "his", "its", "this", "thus", "yes", "us", "as", "bus", "gas", "plus", "news", "always", "perhaps", "series", "species", "lens", "besides",
        "sometimes", "afterwards", "towards", "less", "thing", "nothing", "something", "anything", "everything", "during", "morning", "evening",
        "ceiling", "spring", "string", "king", "ring", "wing", "bring", "sing", "red", "bed", "need", "seed", "speed", "indeed", "hundred", "sacred",
        "naked", "wicked", "united", "wedding", "christmas", "paris", "texas", "across", "previous", "various", "serious", "physics", "mathematics");

    /// <summary>The dictionary forms of a word in normal form other than the word itself; empty when none is known.</summary>
    public static string[] GetLemmas(string word)
    {
        if (word.Length < 2 || word[^1] is not (>= 'a' and <= 'z'))
        {
            return None;
        }

        if (Irregular.TryGetValue(word, out string[]? lemmas))
        {
            return lemmas;
        }

        return word[^1] is 's' or 'd' or 'g' && word.Length > ShortestStem + 1 && !Uninflected.Contains(word) ? ApplyRules(word) : None;
    }

    private static string[] ApplyRules(string word)
    {
        if (word.EndsWith("ing", StringComparison.Ordinal))
        {
            return FromVerbStem(word[..^3]);
        }

        if (word.EndsWith("ied", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word.Length > 4 ? [word[..^3] + "y", word[..^1]] : [word[..^1]];
        }

        if (word.EndsWith("ed", StringComparison.Ordinal))
        {
            return word.EndsWith("eed", StringComparison.Ordinal) ? [word[..^1]] : FromVerbStem(word[..^2]);
        }

        return word[^1] == 's' ? FromPlural(word) : None;
    }

    private static string[] FromVerbStem(string stem)
    {
        if (stem.Length < ShortestStem || !stem.AsSpan().ContainsAny("aeiouy"))
        {
            return None;
        }

        bool isDoubled = stem.Length > ShortestStem && stem[^1] == stem[^2] && !"aeiou".Contains(stem[^1], StringComparison.Ordinal);
        return isDoubled ? [stem[..^1], stem] : [stem, stem + "e"];
    }

    private static string[] FromPlural(string word)
    {
        bool isLatinEnding = word[^2] is 'u' or 'i';
        if (word[^2] is 's' or '\'' || (isLatinEnding && word.Length < ShortestPlural))
        {
            return None;
        }

        bool hasExtraVowel = word[^2] == 'e' && word.Length > 4 && (word[^3] is 's' or 'x' or 'z' or 'o' || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal));
        if (!hasExtraVowel)
        {
            return [word[..^1]];
        }

        return word[^3] == 'z' && word[^4] == 'z' ? [word[..^3], word[..^2], word[..^1]] : [word[..^2], word[..^1]];
    }
}
