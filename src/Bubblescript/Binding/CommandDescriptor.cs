using System.Collections.Immutable;
using Bubblescript.Binding.Tree;

namespace Bubblescript.Binding;

/// <summary>What the binder checks of a statement word.</summary>
/// <param name="Word">The word.</param>
/// <param name="Kind">The kind of statement; <c>wait</c> is another word for <c>pause</c>.</param>
/// <param name="Minimum">The smallest number of positional arguments.</param>
/// <param name="Maximum">The largest number of positional arguments.</param>
internal sealed record CommandDescriptor(string Word, CommandKind Kind, int Minimum, int Maximum)
{
    public CommandShape Shape { get; init; }

    public CommandPlaces Places { get; init; } = CommandPlaces.Everywhere;

    /// <summary>The options whose values are expressions.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>The option whose value is a dialog's name.</summary>
    public string? DialogOption { get; init; }

    /// <summary>Whether keywords that are no options form a map, the last positional argument.</summary>
    public bool TakesKeywords { get; init; }

    /// <summary>Whether <c>x = word …</c> takes its value.</summary>
    public bool GivesValue { get; init; }

    /// <summary>Whether it speaks to the user: allowed in dialogs of conversations only.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether statements behind it in the same block are never executed.</summary>
    public bool EndsBlock { get; init; }

    public bool HasOption(string name) => Options.Contains(name, StringComparer.Ordinal) || string.Equals(DialogOption, name, StringComparison.Ordinal);

    /// <summary>Whether the statement accepts a keyword.</summary>
    public bool Accepts(string name) => TakesKeywords || HasOption(name);
}
