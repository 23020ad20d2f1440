using Bubblescript.Diagnostics;
using Bubblescript.Matching;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding.Checks;

/// <summary>Warns of triggers that an earlier one without guard, of the same level, always takes (language reference, section 11).</summary>
internal sealed class TriggerShadowing(ProgramScope program, PatternCache patterns)
{
    public void Run()
    {
        CheckLevel(program.Dialogs);
        foreach (DialogSymbol dialog in program.AllDialogs())
        {
            CheckLevel(dialog.Inner);
        }
    }

    private void CheckLevel(IReadOnlyList<DialogSymbol> level)
    {
        TriggerIndex unguarded = new();
        foreach (DialogSymbol dialog in level)
        {
            Argument? trigger = dialog.Declaration.Options.FirstOrDefault(static option => option.Key is { Text: "trigger" });
            if (trigger is null || PatternsOf(dialog, trigger.Value) is not { Length: > 0 } own)
            {
                continue;
            }

            SourcePlace place = new(dialog.Source, trigger.Value.Span);
            if (unguarded.FindCovering(own) is { } earlier)
            {
                program.Session.Report(Descriptors.ShadowedTrigger, place, $"shadowed trigger: the one at {earlier} matches the same messages and comes first");
            }

            if (dialog.Declaration.Guard is null)
            {
                unguarded.Add(place, own);
            }
        }
    }

    /// <summary>The patterns of a trigger that is known now; null when it depends on variables or a pattern is invalid.</summary>
    private UtterancePattern[]? PatternsOf(DialogSymbol dialog, Expression trigger)
    {
        List<UtterancePattern> found = [];
        return Collect(ConstantFolding.Evaluate(program, trigger, dialog.Source), found) ? [.. found] : null;
    }

    private bool Collect(Value value, List<UtterancePattern> found)
    {
        if (value.AsString() is { } text)
        {
            if (!patterns.TryGet(text, out UtterancePattern? pattern, out _))
            {
                return false;
            }

            found.Add(pattern);
            return true;
        }

        if (value.AsList() is { } list)
        {
            return list.All(item => Collect(item, found));
        }

        return value.AsRecord() is { RecordKind: RecordKind.Intent or RecordKind.EntityMatcher } matcher && Collect(matcher["match"], found);
    }
}
