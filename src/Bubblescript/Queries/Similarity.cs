using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>
/// How similar two texts are, from 0 to 1 (query language, section 3.2): the better of Levenshtein and Jaro. Lengths count grapheme clusters; of
/// longer texts the first <see cref="LongestText"/> characters are compared.
/// </summary>
internal static class Similarity
{
    public const int LongestText = 2000;

    public static double Of(string left, string right)
    {
        int[] a = Number(left, right, out int[] b);
        if (a.Length == 0 && b.Length == 0)
        {
            return 0;
        }

        double edits = 1 - ((double)Levenshtein(a, b) / Math.Max(a.Length, b.Length));
        return Math.Max(edits, Jaro(a, b));
    }

    /// <summary>About how many nanoseconds a comparison takes.</summary>
    public static int Cost(string left, string right) => 200 + (2 * Math.Min(left.Length, LongestText) * Math.Min(right.Length, LongestText));

    public static int Levenshtein(int[] a, int[] b)
    {
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    public static double Jaro(int[] a, int[] b)
    {
        if (a.AsSpan().SequenceEqual(b))
        {
            return 1;
        }

        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        int window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        bool[] usedA = new bool[a.Length];
        bool[] usedB = new bool[b.Length];
        int matches = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = Math.Max(0, i - window); j <= Math.Min(b.Length - 1, i + window); j++)
            {
                if (!usedB[j] && a[i] == b[j])
                {
                    usedA[i] = usedB[j] = true;
                    matches++;
                    break;
                }
            }
        }

        if (matches == 0)
        {
            return 0;
        }

        double transpositions = CountMisplaced(a, usedA, b, usedB) / 2.0;
        return (((double)matches / a.Length) + ((double)matches / b.Length) + ((matches - transpositions) / matches)) / 3;
    }

    private static int CountMisplaced(int[] a, bool[] usedA, int[] b, bool[] usedB)
    {
        int misplaced = 0;
        int j = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (!usedA[i])
            {
                continue;
            }

            while (!usedB[j])
            {
                j++;
            }

            misplaced += a[i] == b[j] ? 0 : 1;
            j++;
        }

        return misplaced;
    }

    /// <summary>The characters of both texts as numbers, equal ones with equal numbers.</summary>
    private static int[] Number(string left, string right, out int[] second)
    {
        if (System.Text.Ascii.IsValid(left) && System.Text.Ascii.IsValid(right))
        {
            second = [.. right.Take(LongestText)];
            return [.. left.Take(LongestText)];
        }

        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] first = Number(left, numbers);
        second = Number(right, numbers);
        return first;
    }

    private static int[] Number(string text, Dictionary<string, int> numbers)
    {
        string start = text[..Graphemes.PositionOf(text, LongestText)];
        return [.. Graphemes.Split(start).Select(character =>
        {
            if (!numbers.TryGetValue(character, out int number))
            {
                number = numbers.Count;
                numbers.Add(character, number);
            }

            return number;
        })];
    }
}
