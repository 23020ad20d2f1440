using System.Collections.Immutable;
using Bubblescript.Diagnostics;

namespace Bubblescript.Binding.Checks;

/// <summary>What can only be told of bots that run together: the bots and dialogs that <c>switch_bot</c> names (execution model, section 7.1).</summary>
internal static class WorkspaceCheck
{
    public static ImmutableArray<Diagnostic> Run(IReadOnlyList<BotOutline> bots) => [.. bots.SelectMany(bot => Run(bot, bots))];

    /// <summary>The diagnostics of one of the bots.</summary>
    public static ImmutableArray<Diagnostic> Run(BotOutline bot, IReadOnlyList<BotOutline> bots)
    {
        Dictionary<string, BotOutline> byId = new(StringComparer.Ordinal);
        foreach (BotOutline other in bots)
        {
            byId.TryAdd(other.Id, other);
        }

        DiagnosticBag bag = new();
        foreach (Diagnostic diagnostic in bot.Diagnostics.Where(diagnostic => !IsReachedFromOutside(bot, diagnostic, bots)))
        {
            bag.Add(diagnostic);
        }

        CheckSwitches(bot, byId, bag);
        return bag.ToSorted(bot.FileOrder);
    }

    /// <summary>Reports the literal ids of bots that are not in the workspace.</summary>
    public static void CheckIds(IEnumerable<SwitchReference> switches, IReadOnlyCollection<string> known, DiagnosticBag diagnostics)
    {
        foreach (SwitchReference reference in switches)
        {
            if (reference is { BotId: { } id, BotPlace: { } place } && !known.Contains(id, StringComparer.Ordinal))
            {
                diagnostics.Report(Descriptors.UnknownBot, place.Source, place.Span, $"unknown bot '{id}'", NameSuggestion.Hint(id, known));
            }
        }
    }

    private static bool IsReachedFromOutside(BotOutline bot, Diagnostic diagnostic, IReadOnlyList<BotOutline> bots)
    {
        UnreachableDialog? dialog = bot.UnreachableDialogs.FirstOrDefault(dialog =>
            dialog.Line == diagnostic.Line && dialog.Column == diagnostic.Column && string.Equals(dialog.File, diagnostic.File, StringComparison.Ordinal));
        return dialog is not null
            && string.Equals(diagnostic.Code, Descriptors.UnreachableDialog.Code, StringComparison.Ordinal)
            && bots.Any(other => !ReferenceEquals(other, bot) && other.Switches.Any(reference => Reaches(reference, bot, dialog.Name)));
    }

    private static bool Reaches(SwitchReference reference, BotOutline bot, string dialog) =>
        string.Equals(reference.Dialog, dialog, StringComparison.Ordinal)
        && (reference.BotId is null || string.Equals(reference.BotId, bot.Id, StringComparison.Ordinal));

    private static void CheckSwitches(BotOutline bot, Dictionary<string, BotOutline> bots, DiagnosticBag diagnostics)
    {
        CheckIds(bot.Switches, bots.Keys, diagnostics);
        foreach (SwitchReference reference in bot.Switches)
        {
            if (reference is { BotId: { } id, Dialog: { } dialog, DialogPlace: { } place }
                && bots.TryGetValue(id, out BotOutline? target)
                && target.Dialogs is { } known
                && !known.Contains(dialog, StringComparer.Ordinal))
            {
                string? hint = NameSuggestion.Hint(dialog, known);
                diagnostics.Report(Descriptors.UnknownDialog, place.Source, place.Span, $"unknown dialog '{dialog}' of the bot '{id}'", hint);
            }
        }
    }
}
