using Bubblescript.Binding.Tree;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// One level of a stack: what runs, where it stands and what it waits for. Plain data. A turn works on copies; a frame that belongs to a
/// committed state is never changed.
/// </summary>
internal sealed class Frame
{
    /// <summary>A declaration or a procedure: one field for both, because every idle conversation keeps its frames.</summary>
    private object? _content;

    /// <summary>A replay, a query or both: one field, because hardly any frame has one of them and every idle conversation keeps its frames.</summary>
    private object? _extras;

    public required FrameKind Kind { get; init; }

    /// <summary>The dialog or task; null for procedures.</summary>
    public BoundDeclaration? Declaration
    {
        get => _content as BoundDeclaration;
        init => _content = value;
    }

    /// <summary>The step of the runtime; null for dialogs and tasks.</summary>
    public Procedure? Procedure
    {
        get => _content as Procedure;
        set => _content = value;
    }

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

    /// <summary>What is known of the statement at <see cref="Current"/> while it is evaluated again; null when it has not waited for the outside.</summary>
    public StatementReplay? Replay
    {
        get => _extras as StatementReplay ?? (_extras as FrameExtras)?.Replay;
        set => _extras = FrameExtras.Of(value, Query);
    }

    /// <summary>The query that the dialog handles and has not answered.</summary>
    public QueryReference? Query
    {
        get => _extras as QueryReference ?? (_extras as FrameExtras)?.Query;
        set => _extras = FrameExtras.Of(Replay, value);
    }

    /// <summary>The turn that may change this frame; null when it belongs to a committed state.</summary>
    public object? Owner { get; set; }

    /// <summary>Keeps an answer for the statement at <see cref="Current"/>, which then starts again.</summary>
    public void Record(Value answer, DateTimeOffset now) =>
        Replay = Replay is { } replay ? replay with { Answers = [.. replay.Answers.AsSpan(), answer] } : new StatementReplay(now, [answer]);

    /// <summary>Adds the values that are saved of the frame.</summary>
    public void Measure(ref SizeBudget budget)
    {
        budget.Add(Locals);
        budget.Add(Replay?.Answers ?? []);
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
        _content = _content,
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
        _extras = _extras,
        Owner = owner,
    };
}
