using System.Collections.Immutable;
using Bubblescript.Diagnostics;

namespace Bubblescript.Binding.Checks;

/// <summary>What the check of a workspace needs to know of one bot; also known of a bot that has errors.</summary>
/// <param name="Id">The bot's id.</param>
/// <param name="Diagnostics">Its own diagnostics by file and place.</param>
/// <param name="FileOrder">The paths of its files in load order.</param>
/// <param name="Dialogs">The names of its dialogs at top level; null when some may be unknown, because a script has syntax errors.</param>
/// <param name="Switches">What it switches to.</param>
/// <param name="UnreachableDialogs">The dialogs that were warned of because nothing in the bot reaches them.</param>
internal sealed record BotOutline(
    string Id,
    ImmutableArray<Diagnostic> Diagnostics,
    IReadOnlyList<string> FileOrder,
    IReadOnlyCollection<string>? Dialogs,
    ImmutableArray<SwitchReference> Switches,
    ImmutableArray<UnreachableDialog> UnreachableDialogs);
