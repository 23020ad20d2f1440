using System.Collections.Immutable;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// Finds dialogs in resolution order (execution model, section 2.1): the inner dialogs of the top frame in text order, then those of each frame below,
/// then the top-level dialogs in file order. An error of a guard or head is in <see cref="Turn.Failure"/> and the result is null.
/// </summary>
internal static class DialogResolver
{
    private const double DefaultRadius = 200;

    public static BoundDialog? FindByName(Turn turn, string name)
    {
        foreach (BoundDialog dialog in new InnerDialogs(turn))
        {
            if (string.Equals(dialog.Name, name, StringComparison.Ordinal) && Accepts(turn, dialog))
            {
                return dialog;
            }

            if (turn.Failure.IsSignal)
            {
                return null;
            }
        }

        return turn.Current.Program.DialogsByName.TryGetValue(name, out ImmutableArray<BoundDialog> dialogs) ? FirstAccepted(turn, dialogs) : null;
    }

    public static BoundDialog? FindByEvent(Turn turn, string name)
    {
        foreach (BoundDialog dialog in new InnerDialogs(turn))
        {
            if (string.Equals(dialog.EventName, name, StringComparison.Ordinal) && Accepts(turn, dialog))
            {
                return dialog;
            }

            if (turn.Failure.IsSignal)
            {
                return null;
            }
        }

        return turn.Current.Program.DialogsByEvent.TryGetValue(name, out ImmutableArray<BoundDialog> dialogs) ? FirstAccepted(turn, dialogs) : null;
    }

    public static BoundDialog? FindByLocation(Turn turn, double latitude, double longitude)
    {
        foreach (BoundDialog dialog in AllDialogs(turn))
        {
            if (dialog.Location is not null && IsWithin(turn, dialog, latitude, longitude) && Accepts(turn, dialog))
            {
                return dialog;
            }

            if (turn.Failure.IsSignal)
            {
                return null;
            }
        }

        return null;
    }

    public static BoundDialog? FindByAttachment(Turn turn, string kind)
    {
        foreach (BoundDialog dialog in AllDialogs(turn))
        {
            if (dialog.Attachment is not null && IsKind(turn, dialog, kind) && Accepts(turn, dialog))
            {
                return dialog;
            }

            if (turn.Failure.IsSignal)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// The first dialog whose trigger or label matches the message and whose guard holds. The message then has its captures; those of a candidate
    /// whose guard fails are taken back.
    /// </summary>
    public static BoundDialog? FindByMessage(Turn turn, RecordValue message)
    {
        foreach (BoundDialog dialog in new InnerDialogs(turn))
        {
            if (TryTake(turn, dialog, message))
            {
                return dialog;
            }

            if (turn.Failure.IsSignal)
            {
                return null;
            }
        }

        IReadOnlyList<BoundDialog> candidates = turn.Workspace.TriggersOf(turn.Current.Program).Candidates(turn, message);
        for (int i = 0; i < candidates.Count; i++)
        {
            if (TryTake(turn, candidates[i], message))
            {
                return candidates[i];
            }

            if (turn.Failure.IsSignal)
            {
                return null;
            }
        }

        return null;
    }

    private static bool TryTake(Turn turn, BoundDialog dialog, RecordValue message)
    {
        if (dialog.Label is not null && MatchesLabel(turn, dialog, message))
        {
            return Accepts(turn, dialog);
        }

        if (dialog.Trigger is null || turn.Failure.IsSignal)
        {
            return false;
        }

        Value trigger = turn.EvaluateOutside(dialog.Trigger);
        if (trigger.IsSignal)
        {
            turn.Fail(trigger);
            return false;
        }

        if (Expectations.MatchTrigger(turn, trigger, message) is not { } match)
        {
            return false;
        }

        CapturesSnapshot snapshot = turn.ApplyMatch(message, match);
        if (Accepts(turn, dialog))
        {
            return true;
        }

        turn.TakeBack(snapshot);
        return false;
    }

    private static bool MatchesLabel(Turn turn, BoundDialog dialog, RecordValue message)
    {
        Value label = turn.EvaluateOutside(dialog.Label!);
        if (label.IsSignal)
        {
            turn.Fail(label);
            return false;
        }

        return string.Equals(BaseForm.Of(ValueText.ToText(label, turn.Locale)), turn.Utterances.BaseFormOf(message), StringComparison.Ordinal);
    }

    private static bool IsWithin(Turn turn, BoundDialog dialog, double latitude, double longitude)
    {
        Value place = turn.EvaluateOutside(dialog.Location!);
        Value radius = dialog.Radius is null ? DefaultRadius : turn.EvaluateOutside(dialog.Radius);
        if (place.IsSignal || radius.IsSignal)
        {
            turn.Fail(place.IsSignal ? place : radius);
            return false;
        }

        return GeoLocation.TryRead(place, out double targetLatitude, out double targetLongitude)
            && GeoLocation.Distance(latitude, longitude, targetLatitude, targetLongitude) <= (Operand.Of(radius).AsDouble() ?? DefaultRadius);
    }

    private static bool IsKind(Turn turn, BoundDialog dialog, string kind)
    {
        Value kinds = turn.EvaluateOutside(dialog.Attachment!);
        if (kinds.IsSignal)
        {
            turn.Fail(kinds);
            return false;
        }

        return kinds.AsList() is { } list ? list.Any(item => IsKind(item, kind)) : IsKind(kinds, kind);
    }

    private static bool IsKind(Value value, string kind)
    {
        string name = ValueText.ToText(value);
        return name == "attachment" || string.Equals(name, kind, StringComparison.Ordinal);
    }

    private static BoundDialog? FirstAccepted(Turn turn, ImmutableArray<BoundDialog> dialogs)
    {
        foreach (BoundDialog dialog in dialogs)
        {
            if (Accepts(turn, dialog))
            {
                return dialog;
            }

            if (turn.Failure.IsSignal)
            {
                return null;
            }
        }

        return null;
    }

    private static bool Accepts(Turn turn, BoundDialog dialog) => Guards.Holds(turn, dialog);

    private static List<BoundDialog> AllDialogs(Turn turn)
    {
        List<BoundDialog> dialogs = [];
        foreach (BoundDialog dialog in new InnerDialogs(turn))
        {
            dialogs.Add(dialog);
        }

        dialogs.AddRange(turn.Current.Program.Dialogs);
        return dialogs;
    }
}
