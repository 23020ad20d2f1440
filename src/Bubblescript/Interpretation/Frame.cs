using Bubblescript.Binding.Tree;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// One level of a stack: what runs, where it stands and what it waits for. Plain data. A turn works on copies; a frame that belongs to a
/// committed state is never changed.
/// </summary>
internal sealed class Frame
{
    /// <summary>Boxed, because hardly any frame has one and every idle conversation keeps its frames.</summary>
    private object? _statementTime;

    public required FrameKind Kind { get; init; }

    /// <summary>The dialog or task; null for procedures.</summary>
    public BoundDeclaration? Declaration { get; init; }

    /// <summary>The step of the runtime; null for dialogs and tasks.</summary>
    public Procedure? Procedure { get; set; }

    /// <summary>Unique in the process.</summary>
    public required long Id { get; init; }

    /// <summary>The position of the next statement.</summary>
    public int Position { get; set; }

    /// <summary>The position of the statement that waits or has called another frame.</summary>
    public int Current { get; set; }

    public Value[] Locals { get; set; } = [];

    public LoopState?[] Loops { get; set; } = [];

    public WaitState? Wait { get; set; }

    /// <summary>Whether something was pushed above the frame while it waited.</summary>
    public Interruption Interruption { get; set; }

    /// <summary>The ask of the frame expired while the frame was interrupted.</summary>
    public bool HasTimedOut { get; set; }

    /// <summary>How often the prompt at <see cref="Current"/> has been shown.</summary>
    public int PromptCount { get; set; }

    /// <summary>Whether the frame has been entered: its name is in the history and its hooks have run.</summary>
    public bool IsEntered { get; set; }

    /// <summary>The answers recorded for the statement at <see cref="Current"/>, which is evaluated again from its start.</summary>
    public Value[] Answers { get; set; } = [];

    /// <summary>The clock of the first evaluation of the statement that has recorded answers.</summary>
    public DateTimeOffset? StatementTime
    {
        get => (DateTimeOffset?)_statementTime;
        set => _statementTime = value;
    }

    /// <summary>The turn that may change this frame; null when it belongs to a committed state.</summary>
    public object? Owner { get; set; }

    /// <summary>Adds the values that are saved of the frame.</summary>
    public void Measure(SizeBudget budget)
    {
        budget.Add(Locals);
        budget.Add(Answers);
        foreach (LoopState? loop in Loops)
        {
            budget.Add(loop?.Items ?? default);
        }

        if (Wait is AskWait ask)
        {
            budget.Add(ask.Expecting);
        }

        if (Procedure is { } procedure)
        {
            budget.Add(procedure.Data);
        }
    }

    private LoopState?[] CloneLoops()
    {
        LoopState?[] loops = new LoopState?[Loops.Length];
        for (int i = 0; i < loops.Length; i++)
        {
            loops[i] = Loops[i]?.Clone();
        }

        return loops;
    }

    public Frame CloneFor(object owner) => new()
    {
        Kind = Kind,
        Declaration = Declaration,
        Procedure = Procedure,
        Id = Id,
        Position = Position,
        Current = Current,
        Locals = Locals.Length == 0 ? Locals : [.. Locals],
        Loops = Loops.Length == 0 ? Loops : CloneLoops(),
        Wait = Wait,
        Interruption = Interruption,
        HasTimedOut = HasTimedOut,
        PromptCount = PromptCount,
        IsEntered = IsEntered,
        Answers = Answers,
        StatementTime = StatementTime,
        Owner = owner,
    };
}
