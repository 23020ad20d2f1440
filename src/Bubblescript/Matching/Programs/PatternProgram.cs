using System.Collections.Immutable;

namespace Bubblescript.Matching.Programs;

/// <summary>A compiled pattern. Immutable, safe for use by several threads.</summary>
internal sealed class PatternProgram
{
    public required Instruction[] Code { get; init; }

    public required LoopInfo[] Loops { get; init; }

    public required PermutationInfo[] Permutations { get; init; }

    /// <summary>The number of rows that the memo needs.</summary>
    public required int Rows { get; init; }

    /// <summary>Whether it has regular expressions, free ones or for one token.</summary>
    public required bool UsesRegexes { get; init; }

    /// <summary>The number of free regular expressions.</summary>
    public required int RegexCount { get; init; }

    /// <summary>Whether a match can only begin at the first token.</summary>
    public required bool IsAnchored { get; init; }

    /// <summary>What the first token of a match must pass; null when the pattern does not say.</summary>
    public required TokenTest? FirstTest { get; init; }

    /// <summary>The hash codes of words without which the pattern cannot match; none for a pattern that names entities, which can stand for any word.</summary>
    public required int[] RequiredWords { get; init; }

    /// <summary>The kinds of entities that the pattern names, in order.</summary>
    public required ImmutableArray<string> EntityKinds { get; init; }

    /// <summary>Whether the search may take long on a long sentence, so that looking for required words first pays.</summary>
    public bool IsCostly => Loops.Length > 0 || Permutations.Length > 0;
}
