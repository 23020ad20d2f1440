using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>What a concept of a pattern, <c>@name</c>, stands for (language reference, BML, section 4.3). Immutable.</summary>
public sealed record BmlConcept
{
    private BmlConcept(ImmutableArray<string> patterns, string? problem)
    {
        Patterns = patterns;
        Problem = problem;
    }

    /// <summary>The patterns, any of which may match.</summary>
    public ImmutableArray<string> Patterns { get; }

    /// <summary>Why the constant cannot be used in a pattern, such as "is a number"; null when it can.</summary>
    public string? Problem { get; }

    /// <summary>A concept that stands for patterns.</summary>
    /// <param name="patterns">The patterns; earlier ones are preferred.</param>
    public static BmlConcept Of(params ImmutableArray<string> patterns) => new(patterns.IsDefault ? [] : patterns, problem: null);

    /// <summary>A constant that exists but is nothing a pattern can use.</summary>
    /// <param name="problem">What it is, such as "is a number".</param>
    public static BmlConcept Unsuitable(string problem) => new([], problem);
}
