using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bubblescript.Binding;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>A turn's working copy of a <see cref="BotState"/>: the committed state stays as it is.</summary>
internal sealed class BotRun(Turn turn)
{
    private const int LongestHistory = 50;

    private BotState _initial = null!;
    private BotState _state = null!;

    public Bot Bot { get; private set; } = null!;

    public ScriptProgram Program { get; private set; } = null!;

    public Value[] Variables { get; private set; } = [];

    public ImmutableDictionary<string, Value> OtherVariables
    {
        get => _state.OtherVariables;
        set => _state.Extras = BotExtras.Of(value, OnceCounters, Error);
    }

    /// <summary>The frames, bottom to top; those that the turn may change belong to it (<see cref="Own"/>).</summary>
    public List<Frame> Frames { get; } = [];

    public ImmutableDictionary<string, int> OnceCounters
    {
        get => _state.OnceCounters;
        set => _state.Extras = BotExtras.Of(OtherVariables, value, Error);
    }

    public ImmutableArray<string> History
    {
        get => _state.History;
        private set => _state.History = value;
    }

    public Value Answer
    {
        get => _state.Answer;
        set => _state.Answer = value;
    }

    public Value Error
    {
        get => _state.Error;
        set => _state.Extras = BotExtras.Of(OtherVariables, OnceCounters, value);
    }

    /// <summary>A dialog other than <c>__root__</c> has just left the stack, so an empty stack runs <c>__root__</c>.</summary>
    public bool IsRootDue { get; set; }

    /// <summary>The frame of the <c>__root__</c> that began in this turn; 0 when none did.</summary>
    public long RootId { get; set; }

    /// <summary>How often a <c>__root__</c> that began in this turn has failed: it is tried again once, not without end.</summary>
    public int RootFailures { get; set; }

    /// <summary>Takes up the state of a bot.</summary>
    public void Begin(Bot bot, ScriptProgram program, BotState state)
    {
        _initial = state;
        _state = state.Copy();
        Bot = bot;
        Program = program;
        Variables = state.Variables.Length == program.VariableNames.Length
            ? [.. state.Variables.AsSpan()]
            : new Value[program.VariableNames.Length];
        Frames.AddRange(state.Frames.AsSpan());
    }

    /// <summary>Forgets the bot.</summary>
    public void End()
    {
        _initial = null!;
        _state = null!;
        Bot = null!;
        Program = null!;
        Variables = [];
        Frames.Clear();
        IsRootDue = false;
        RootId = 0;
        RootFailures = 0;
    }

    /// <summary>The top frame, owned by the turn, or null.</summary>
    public Frame? Top => Frames.Count == 0 ? null : Own(Frames.Count - 1);

    /// <summary>The frame at an index, as a copy that this turn may change.</summary>
    public Frame Own(int index)
    {
        Frame frame = Frames[index];
        if (!ReferenceEquals(frame.Owner, turn))
        {
            frame = frame.CloneFor(turn);
            Frames[index] = frame;
        }

        return frame;
    }

    /// <summary>The topmost frame below the runtime's own work: the one that waits for the user, or null.</summary>
    public Frame? TopDialog()
    {
        for (int i = Frames.Count - 1; i >= 0; i--)
        {
            if (Frames[i].Kind == FrameKind.Dialog)
            {
                return Own(i);
            }
        }

        return null;
    }

    /// <summary>How many performed tasks are on the stack.</summary>
    public int CountTasks() => Frames.Count(static frame => frame.Kind == FrameKind.Task);

    public void Pop() => Frames.RemoveAt(Frames.Count - 1);

    public void EnterHistory(string name)
    {
        int kept = Math.Min(History.Length, LongestHistory - 1);
        History = [name, .. History.AsSpan()[..kept]];
    }

    /// <summary>The value of a variable by name; nil when there is none.</summary>
    public Value ReadVariable(string name) =>
        Program.VariableSlots.TryGetValue(name, out int slot) ? Variables[slot] : OtherVariables.GetValueOrDefault(name);

    public void WriteVariable(string name, Value value)
    {
        if (Program.VariableSlots.TryGetValue(name, out int slot))
        {
            Variables[slot] = value;
        }
        else
        {
            OtherVariables = value.IsNil ? OtherVariables.Remove(name) : OtherVariables.SetItem(name, value);
        }
    }

    /// <summary>Takes the variables and once counters of the same bot's instance that was above this one on the bot stack.</summary>
    public void TakeOver(BotRun above)
    {
        above.Variables.CopyTo(Variables, 0);
        OtherVariables = above.OtherVariables;
        OnceCounters = above.OnceCounters;
    }

    /// <summary>Adds what is saved of the bot; of the changes of this turn only, those of values that the state before it does not have.</summary>
    public void Measure(ref SizeBudget budget, bool onlyChanges)
    {
        for (int i = 0; i < Variables.Length; i++)
        {
            if (!onlyChanges || i >= _initial.Variables.Length || !ReferenceEquals(Variables[i].Reference, _initial.Variables[i].Reference))
            {
                budget.Add(Variables[i]);
            }
        }

        if (!onlyChanges || !ReferenceEquals(OtherVariables, _initial.OtherVariables))
        {
            foreach (Value value in OtherVariables.Values)
            {
                budget.Add(value);
            }
        }

        budget.Add(Answer);
        budget.Add(Error);
        foreach (Frame frame in Frames)
        {
            if (!onlyChanges || ReferenceEquals(frame.Owner, turn))
            {
                frame.Measure(ref budget);
            }
        }
    }

    /// <summary>Gives the variables the values that they had before the turn.</summary>
    public void TakeBackValues()
    {
        Array.Clear(Variables);
        if (_initial.Variables.Length == Variables.Length)
        {
            _initial.Variables.CopyTo(Variables);
        }

        OtherVariables = _initial.OtherVariables;
        Answer = default;
        Error = default;
    }

    /// <summary>What the bot takes up again when it comes back: all but its dialogs.</summary>
    public BotState ToMemory() => ToState() with { Frames = [], Variables = [.. Variables] };

    public BotState ToState()
    {
        foreach (Frame frame in Frames)
        {
            if (ReferenceEquals(frame.Owner, turn))
            {
                frame.Owner = null;
            }
        }

        _state.Variables = ImmutableCollectionsMarshal.AsImmutableArray(Variables);
        _state.Frames = FramesToKeep();
        return _state;
    }

    /// <summary>The frames as a state keeps them: those it had, unless one of them has changed, come or gone.</summary>
    private ImmutableArray<Frame> FramesToKeep()
    {
        ReadOnlySpan<Frame> now = CollectionsMarshal.AsSpan(Frames);
        ReadOnlySpan<Frame> before = _initial.Frames.AsSpan();
        bool isUnchanged = now.Length == before.Length;
        for (int i = 0; i < now.Length && isUnchanged; i++)
        {
            isUnchanged = ReferenceEquals(now[i], before[i]);
        }

        return isUnchanged ? _initial.Frames : [.. now];
    }
}
