using System.Collections.Immutable;

namespace Bubblescript.Matching.Patterns;

/// <summary>What a pattern that is being parsed may refer to, and how large it may become when concepts are put in.</summary>
internal sealed class PatternScope(BmlOptions options)
{
    public const int LargestSize = 10_000;

    public const string TooDeep = "Parentheses and concepts are nested deeper than 100 levels.";

    private const int LargestDepth = 100;

    private readonly List<string> _openConcepts = [];
    private int _size;
    private int _depth;

    /// <summary>Whether a regular expression was parsed.</summary>
    public bool HasRegexes { get; set; }

    /// <summary>Counts an element; false when the pattern has become too large.</summary>
    public bool TryCount() => ++_size <= LargestSize;

    /// <summary>Enters a group or concept; false when too many are open.</summary>
    public bool TryEnter() => ++_depth <= LargestDepth;

    public void Leave() => _depth--;

    public bool IsEntityKind(string kind) => EntityKinds.All.Contains(kind) || options.EntityKinds.Contains(kind);

    /// <summary>The known kind whose name differs in at most two letters, if there is one.</summary>
    public string? SuggestEntityKind(string kind)
    {
        string? best = null;
        int bestDistance = 3;
        foreach (string candidate in EntityKinds.All.Concat(options.EntityKinds).Order(StringComparer.Ordinal))
        {
            int distance = EditDistance(kind, candidate);
            if (distance < bestDistance && distance < kind.Length)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The pattern of a concept, or why there is none.</summary>
    public PatternNode? Resolve(string path, out string? error)
    {
        BmlConcept? concept = options.Concepts?.Invoke(path);
        error = concept is null ? $"Unknown concept '@{path}'."
            : concept.Problem is { } problem ? $"The concept '@{path}' {problem}; it must be a pattern, a list of patterns, an intent or an entity matcher."
            : concept.Patterns.IsEmpty ? $"The concept '@{path}' is empty."
            : _openConcepts.Contains(path) ? $"The concept '@{path}' refers to itself."
            : !TryEnter() ? TooDeep
            : null;
        if (error is not null)
        {
            return null;
        }

        _openConcepts.Add(path);
        PatternNode? body = ParseAll(path, concept!.Patterns, out error);
        _openConcepts.RemoveAt(_openConcepts.Count - 1);
        Leave();
        return body;
    }

    private PatternNode? ParseAll(string path, ImmutableArray<string> patterns, out string? error)
    {
        ImmutableArray<PatternNode>.Builder alternatives = ImmutableArray.CreateBuilder<PatternNode>(patterns.Length);
        foreach (string pattern in patterns)
        {
            PatternNode? node = PatternParser.Parse(pattern, this, out BmlParseError? inner);
            if (node is null)
            {
                error = $"The concept '@{path}' holds the invalid pattern \"{pattern}\", {inner}";
                return null;
            }

            alternatives.Add(node);
        }

        error = null;
        return alternatives.Count == 1 ? alternatives[0] : new AlternativesNode(0, 0, alternatives.DrainToImmutable());
    }

    private static int EditDistance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[^1];
    }
}
