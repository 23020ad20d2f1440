using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The top-level dialogs of a program that messages can start, in resolution order.</summary>
internal sealed class TriggerTable
{
    /// <summary>Fewer dialogs are tried sooner than looked up.</summary>
    private const int FewestIndexed = 8;

    private readonly PatternCache _patterns;
    private readonly BoundDialog[] _dialogs;
    private readonly PatternIndex<BoundDialog>? _index;

    public TriggerTable(ScriptProgram program, PatternCache patterns)
    {
        _patterns = patterns;
        _dialogs = [.. program.Dialogs.Where(static dialog => dialog.Trigger is not null || dialog.Label is not null)];
        _index = _dialogs.Length < FewestIndexed ? null : PatternIndex<BoundDialog>.Create(_dialogs.Select(EntryOf));
    }

    /// <summary>The dialogs that may match the message, in resolution order; none that matches is left out.</summary>
    public IReadOnlyList<BoundDialog> Candidates(Turn turn, RecordValue message) =>
        _index is null ? _dialogs : _index.FindCandidates(turn.Utterances.UtteranceOf(message));

    private PatternIndexEntry<BoundDialog> EntryOf(BoundDialog dialog)
    {
        List<Value> triggers = [];
        List<Value> labels = [];
        ImmutableArray<UtterancePattern>.Builder patterns = ImmutableArray.CreateBuilder<UtterancePattern>();
        bool isKnown = (dialog.Trigger is null || KnownValues.TryCollect(dialog.Trigger, triggers))
            && (dialog.Label is null || KnownValues.TryCollect(dialog.Label, labels))
            && triggers.TrueForAll(trigger => TryCollectPatterns(trigger, patterns))
            && labels.TrueForAll(static label => label.IsString);
        return isKnown
            ? PatternIndexEntry<BoundDialog>.For(dialog, patterns.DrainToImmutable(), [.. labels.Select(static label => label.AsString()!)])
            : PatternIndexEntry<BoundDialog>.Always(dialog);
    }

    /// <summary>Adds the patterns of a trigger; a text that is no pattern matches nothing. False when the locale decides which patterns there are.</summary>
    private bool TryCollectPatterns(Value trigger, ImmutableArray<UtterancePattern>.Builder found)
    {
        if (trigger.AsText() is { } text)
        {
            if (_patterns.TryGet(text, out UtterancePattern? pattern, out _))
            {
                found.Add(pattern);
            }

            return true;
        }

        if (trigger.AsRecord() is { RecordKind: RecordKind.Intent or RecordKind.EntityMatcher } matcher)
        {
            return TryCollectPatterns(matcher["match"], found);
        }

        if (trigger.AsList() is { } items)
        {
            foreach (Value item in items)
            {
                if (!TryCollectPatterns(item, found))
                {
                    return false;
                }
            }

            return true;
        }

        return trigger.AsMap() is not { } map || !TranslatableValue.IsTranslatable(map);
    }
}
