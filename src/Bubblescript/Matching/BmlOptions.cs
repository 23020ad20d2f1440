using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>What a pattern may refer to. Immutable.</summary>
public sealed record BmlOptions
{
    /// <summary>No concepts and the entity kinds of the language.</summary>
    public static BmlOptions Default { get; } = new();

    /// <summary>Finds a concept by its path such as <c>drinks</c> or <c>menu.drinks</c>; gives null for an unknown one.</summary>
    public Func<string, BmlConcept?>? Concepts { get; init; }

    /// <summary>Entity kinds besides those of the language (language reference, BML, section 3).</summary>
    public ImmutableHashSet<string> EntityKinds { get; init; } = [];

    /// <summary>Told the source of a pattern whose regular expression took longer than 100 ms; the search then counts as no match.</summary>
    public Action<string>? OnRegexTimeout { get; init; }
}
