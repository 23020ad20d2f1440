namespace Bubblescript.Matching.Programs;

/// <summary>Loops that count their rounds or whose rounds may take nothing.</summary>
internal ref partial struct Machine
{
    private bool EnterLoop(int number, ref State state)
    {
        LoopInfo loop = _program.Loops[number];
        State round = state;
        bool isUnbounded = loop.IsUnbounded(_tokens.Length - state.Position);
        round.Context = PushRound(number, state.Context, isUnbounded ? -1 - Math.Max(0, loop.Minimum - 1) : 0);
        round.Instruction = loop.Body;
        State exit = state;
        exit.Instruction = loop.Exit;
        return Choose(loop, mustGoOn: loop.Minimum > 0, round, exit, ref state);
    }

    private bool EndRound(int number, ref State state)
    {
        LoopInfo loop = _program.Loops[number];
        Frame frame = _contexts![state.Context];
        State exit = state;
        exit.Instruction = loop.Exit;
        exit.Context = frame.Parent;
        bool isUnbounded = frame.Value < 0;
        int rounds = frame.Value + 1;
        if (frame.IsIdle || (!isUnbounded && rounds >= loop.Maximum))
        {
            state = exit;
            return true;
        }

        State round = state;
        round.Instruction = loop.Body;
        int required = -1 - frame.Value;
        round.Context = _contexts.Successor(state.Context, 0);
        if (round.Context == 0)
        {
            round.Context = PushRound(number, frame.Parent, isUnbounded ? -1 - Math.Max(0, required - 1) : rounds);
            _contexts.NoteSuccessor(state.Context, 0, round.Context);
        }

        return Choose(loop, mustGoOn: isUnbounded ? required > 0 : rounds < loop.Minimum, round, exit, ref state);
    }

    /// <summary>Goes on with another round or behind the loop, and notes the other way as a choice.</summary>
    private bool Choose(LoopInfo loop, bool mustGoOn, in State round, in State exit, ref State state)
    {
        if (mustGoOn)
        {
            state = round;
            return true;
        }

        State other = loop.IsLazy ? round : exit;
        Push(ChoiceKind.Resume, other.Instruction, other);
        state = loop.IsLazy ? exit : round;
        return true;
    }

    private int PushRound(int number, int parent, int value)
    {
        _contexts ??= new ContextTable();
        return _contexts.Push(new Frame(parent, FrameKind.Loop, number, value, 0, IsIdle: _program.Loops[number].BodyWidth == 0));
    }
}
