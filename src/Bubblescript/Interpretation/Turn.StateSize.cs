using System.Globalization;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// Keeps the state within what may be saved (language reference, section 11). Values share their parts, so a few assignments can make one that is small
/// in memory and larger than any disk when it is written.
/// </summary>
internal sealed partial class Turn
{
    /// <summary>What a turn may change without a look at the whole state.</summary>
    private const int SmallChange = 4096;

    private void KeepStateSavable()
    {
        if (IsSavable())
        {
            return;
        }

        RuntimeError error = new(
            string.Create(CultureInfo.InvariantCulture, $"the saved state would be larger than the limit of {Limits.StateSize:N0} bytes; unset what is no longer needed"),
            isLimit: true);
        if (Status == ProcessStatus.Live)
        {
            HandleOversize(error);
            if (IsSavable())
            {
                return;
            }
        }

        Add(new ErrorEffect(error.Message, null, 0, 0, null));
        TakeBackValues();
    }

    private void HandleOversize(RuntimeError error)
    {
        Fail(error.ToValue());
        if (PendingCall is { } call)
        {
            Effects.RemoveAll(static effect => effect is CallEffect);
            PendingCall = null;
            Activate(Bots[call.BotIndex]);
            Failures.Handle(this, Current.Top!);
        }
        else
        {
            Failures.HandleLookup(this);
        }

        TurnLoop.Run(this);
        EndTurn();
    }

    private bool IsSavable()
    {
        SizeBudget changes = new(Math.Min(SmallChange, Limits.StateSize), isCeiling: true);
        Measure(ref changes, onlyChanges: true);
        if (!changes.IsExceeded)
        {
            return true;
        }

        SizeBudget all = new(Limits.StateSize);
        Measure(ref all, onlyChanges: false);
        return !all.IsExceeded;
    }

    private void Measure(ref SizeBudget budget, bool onlyChanges)
    {
        ReadOnlySpan<Value> shared = _shared.AsSpan();
        for (int i = 0; i < shared.Length; i++)
        {
            if (!onlyChanges || i >= _initial.Shared.Length || !ReferenceEquals(shared[i].Reference, _initial.Shared[i].Reference))
            {
                budget.Add(shared[i]);
            }
        }

        foreach (BotRun bot in Bots)
        {
            bot.Measure(ref budget, onlyChanges);
        }

        MeasureFormerBots(ref budget, onlyChanges);
        if (!onlyChanges || Timers != _initial.Timers)
        {
            foreach (ProcessTimer timer in Timers)
            {
                budget.Add(timer.Event?.Payload ?? default);
            }
        }

        budget.Add(_writtenUser);
        budget.Add(_rememberedUser);
        budget.Add(_rememberedVariables);
    }

    private void MeasureFormerBots(ref SizeBudget budget, bool onlyChanges)
    {
        if (onlyChanges)
        {
            if (!ReferenceEquals(FormerBots, _initial.FormerBots))
            {
                budget.Exceed();
            }

            return;
        }

        foreach (BotState former in FormerBots.Values)
        {
            budget.Add(former.Variables.AsSpan());
            foreach (Value value in former.OtherVariables.Values)
            {
                budget.Add(value);
            }
        }
    }

    /// <summary>The last resort when the error dialog has not made room: the stack is cleared and values are as they were before the turn.</summary>
    private void TakeBackValues()
    {
        BotRun current = Bots[^1];
        foreach (BotRun bot in Bots)
        {
            Activate(bot);
            Stack.Clear(this);
            bot.TakeBackValues();
        }

        Activate(current);
        for (int i = 0; i < _shared.AsSpan().Length; i++)
        {
            SizeBudget budget = new(SmallChange);
            budget.Add(_shared.AsSpan()[i]);
            if (budget.IsExceeded)
            {
                _shared.Set((PredefinedVariable)i, i < _initial.Shared.Length ? _initial.Shared[i] : default);
            }
        }

        FormerBots = _initial.FormerBots;
        Timers = Timers.RemoveAll(timer => timer.Event is not null && !_initial.Timers.Contains(timer));
        Effects.RemoveAll(static effect => effect is RememberEffect);
        _rememberedUser = null;
        _rememberedVariables = null;
        _writtenUser = null;
    }
}
