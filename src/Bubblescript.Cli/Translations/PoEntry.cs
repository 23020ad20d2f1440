using System.Collections.Immutable;

namespace Bubblescript.Cli.Translations;

/// <summary>One text of a gettext file.</summary>
/// <param name="Source">The text in the scripts.</param>
/// <param name="Translation">Its translation; empty when there is none yet.</param>
internal sealed record PoEntry(string Source, string Translation)
{
    /// <summary>Where the text stands, each as <c>file:line</c>.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Whether a translator has to look at the translation again.</summary>
    public bool IsFuzzy { get; init; }

    /// <summary>Whether no script uses the text any more.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>The line of the file at which the entry begins, from 1; 0 for an entry that was not read.</summary>
    public int Line { get; init; }
}
