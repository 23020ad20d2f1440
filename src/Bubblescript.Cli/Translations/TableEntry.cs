using System.Collections.Immutable;

namespace Bubblescript.Cli.Translations;

/// <summary>An entry of a table of translations.</summary>
/// <param name="Source">The text in the scripts.</param>
/// <param name="Translation">Its translation; null when there is none, so that the fallback of the locale holds.</param>
internal sealed record TableEntry(string Source, string? Translation)
{
    /// <summary>The comments and blank lines above the entry.</summary>
    public ImmutableArray<string> Above { get; init; } = [];

    /// <summary>The entry as it is written in the file; null for one that is new or changed.</summary>
    public ImmutableArray<string>? Written { get; init; }

    /// <summary>Whether the entry is a text with a translation, and not a reference to other entries.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>Whether no script uses the text any more.</summary>
    public bool IsObsolete { get; init; }
}
