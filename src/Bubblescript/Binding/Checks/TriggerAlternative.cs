using Bubblescript.Matching;

namespace Bubblescript.Binding.Checks;

/// <summary>One of the patterns that start a dialog, as far as its text tells what it needs.</summary>
/// <param name="Text">The pattern, blanks made one.</param>
/// <param name="Words">The words that stand in everything it matches, in their order; null when the text is too intricate to tell.</param>
/// <param name="IsWordPattern">Whether it consists of these words only.</param>
internal sealed record TriggerAlternative(string Text, string[]? Words, bool IsWordPattern)
{
    /// <summary>The alternatives of a pattern: several when it is words separated by bars, else the pattern.</summary>
    public static IEnumerable<TriggerAlternative> Of(UtterancePattern pattern)
    {
        string source = pattern.Source;
        if (pattern is not BmlPattern || !source.Contains('|', StringComparison.Ordinal))
        {
            return [Single(source, pattern is BmlPattern)];
        }

        TriggerAlternative[] alternatives = [.. source.Split('|').Select(static part => Single(part, isBml: true))];
        return Array.TrueForAll(alternatives, static alternative => alternative.IsWordPattern) ? alternatives : [new TriggerAlternative(Collapse(source), null, IsWordPattern: false)];
    }

    /// <summary>Whether this one, of an earlier dialog, takes what the other would match (language reference, section 11).</summary>
    public bool Covers(TriggerAlternative later)
    {
        if (string.Equals(Text, later.Text, StringComparison.Ordinal))
        {
            return true;
        }

        return IsWordPattern && Words is { Length: > 0 } words && later.Words is { } others && (later.IsWordPattern ? OccurInOrder(words, others) : others.AsSpan().IndexOf(words) >= 0);
    }

    private static TriggerAlternative Single(string source, bool isBml)
    {
        string text = Collapse(source);
        if (!isBml)
        {
            return new TriggerAlternative(text, null, IsWordPattern: false);
        }

        string[] elements = TextNormalizer.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Array.TrueForAll(elements, IsWord))
        {
            return new TriggerAlternative(string.Join(' ', elements), elements, IsWordPattern: true);
        }

        return new TriggerAlternative(text, Array.TrueForAll(elements, IsSimple) ? [.. elements.Select(WordOf)] : null, IsWordPattern: false);
    }

    private static bool OccurInOrder(string[] words, string[] others)
    {
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

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsWord(string element) => element.All(char.IsLetterOrDigit);

    /// <summary>A word, a word with a capture, an optional word, a wildcard or a mark of the start or end.</summary>
    private static bool IsSimple(string element) => element is "_" || element.StartsWith('[') || IsWord(element.TrimEnd('?')) || element.Contains("[=", StringComparison.Ordinal);

    /// <summary>The word that an element always matches; an empty text for others, which no word equals.</summary>
    private static string WordOf(string element)
    {
        int capture = element.IndexOf("[=", StringComparison.Ordinal);
        string word = capture > 0 && element.EndsWith(']') ? element[..capture] : element;
        return IsWord(word) ? word : string.Empty;
    }
}
