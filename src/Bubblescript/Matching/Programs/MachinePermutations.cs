namespace Bubblescript.Matching.Programs;

/// <summary>
/// Permutations (language reference, BML, section 4). All orders of the parts are alternatives in lexicographic order, far too many to try one by one.
/// A trial, in which sets of taken parts stand for orders, tells whether any order leads to a match; the order is then decided part by part, always
/// with the first part that some way to a match begins with.
/// </summary>
internal ref partial struct Machine
{
    private const int LargestGap = 5;

    private int[]?[]? _partMasks;
    private bool[]? _collected;

    private bool BeginPermutation(int number, ref State state)
    {
        _contexts ??= new ContextTable();
        int free = PushFree(number, state.Context, 0);
        if (_isTrial)
        {
            return PushParts(state.Instruction, free, state.Position);
        }

        int entry = state.Instruction;
        int[]? order = IsPossible(entry, state.Position, free, number, 0) ? DecideOrder(number, entry, state) : null;
        if (order is null)
        {
            return false;
        }

        _contexts.Orders.Add(order);
        state.Context = _contexts.Push(new Frame(state.Context, FrameKind.FixedOrder, number, _contexts.Orders.Count - 1, 0, IsIdle: false));
        state.Instruction = _program.Permutations[number].Parts[order[0]];
        return true;
    }

    private bool EndPart(in Instruction instruction, ref State state)
    {
        PermutationInfo permutation = _program.Permutations[instruction.First];
        Frame frame = _contexts![state.Context];
        switch (frame.Kind)
        {
            case FrameKind.Collect:
                _collected![state.Position] = true;
                return false;
            case FrameKind.FixedOrder:
                int[] order = _contexts.Orders[frame.Value];
                if (frame.Step + 1 == order.Length)
                {
                    state.Context = frame.Parent;
                    state.Instruction = permutation.Exit;
                    return true;
                }

                state.Context = _contexts.Push(frame with { Step = frame.Step + 1 });
                return PushRun(ChoiceKind.Fewest, permutation.Parts[order[frame.Step + 1]], state, 0, Math.Min(LargestGap, _tokens.Length - state.Position));
            default:
                return GoOnFreely(permutation, frame.Parent, instruction.First, frame.Value | (1 << instruction.Second), ref state);
        }
    }

    /// <summary>In a trial: goes on with the parts that are left, or behind the permutation.</summary>
    private bool GoOnFreely(PermutationInfo permutation, int parent, int number, int taken, ref State state)
    {
        if (taken == permutation.Complete)
        {
            state.Context = parent;
            state.Instruction = permutation.Exit;
            return true;
        }

        State entry = state;
        entry.Context = PushFree(number, parent, taken);
        entry.Instruction = permutation.Parts[0] - 1;
        return TryVisit(_code[entry.Instruction].Row, entry) && PushParts(entry.Instruction, entry.Context, state.Position);
    }

    /// <summary>Pushes the choice of the next part; always false, because taking one is the next step.</summary>
    private bool PushParts(int instruction, int context, int position)
    {
        ref Choice choice = ref Push(ChoiceKind.Part, instruction, new State(instruction, position, context));
        choice.Low = 0;
        return false;
    }

    private bool TryTakePart(in Choice current, ref State state)
    {
        Choice choice = current;
        Frame frame = _contexts![choice.Context];
        PermutationInfo permutation = _program.Permutations[frame.Number];
        return permutation.Tests is null
            ? TryTakeLongPart(choice, frame, permutation, ref state)
            : TryTakeTokenPart(choice, frame, permutation, ref state);
    }

    private bool TryTakeLongPart(in Choice choice, in Frame frame, PermutationInfo permutation, ref State state)
    {
        int part = choice.Low;
        while (part < permutation.Parts.Length && (frame.Value & (1 << part)) != 0)
        {
            part++;
        }

        if (part >= permutation.Parts.Length)
        {
            _choiceCount--;
            return false;
        }

        _choices[_choiceCount - 1].Low = part + 1;
        state = new State(choice.Source, choice.Position, choice.Context);
        int gap = frame.Value == 0 ? 0 : Math.Min(LargestGap, _tokens.Length - choice.Position);
        return PushRun(ChoiceKind.Fewest, permutation.Parts[part], state, 0, gap);
    }

    /// <summary>Takes the next token that is one of the parts left; the cursor counts the tokens in the gap and the parts.</summary>
    private bool TryTakeTokenPart(in Choice choice, in Frame frame, PermutationInfo permutation, ref State state)
    {
        const int CursorBits = 4;
        int[] masks = PartMasks(frame.Number, permutation.Tests!);
        int largestGap = frame.Value == 0 ? 0 : Math.Min(LargestGap, _tokens.Length - 1 - choice.Position);
        int firstPart = choice.Low & ((1 << CursorBits) - 1);
        for (int gap = choice.Low >> CursorBits; gap <= largestGap && choice.Position + gap < _tokens.Length; gap++)
        {
            int parts = masks[choice.Position + gap] & ~frame.Value & (-1 << firstPart);
            firstPart = 0;
            if (parts != 0)
            {
                int part = System.Numerics.BitOperations.TrailingZeroCount(parts);
                _choices[_choiceCount - 1].Low = (gap << CursorBits) + part + 1;
                state = new State(choice.Source, choice.Position + gap + 1, _contexts!.Progress(frame.Parent));
                if (GoOnFreely(permutation, state.Context, frame.Number, frame.Value | (1 << part), ref state))
                {
                    return true;
                }

                // Either a choice of further parts now lies on top, or this part leads nowhere; both are for the caller's next round.
                return false;
            }
        }

        _choiceCount--;
        return false;
    }

    private int[] PartMasks(int number, TokenTest[] tests)
    {
        _partMasks ??= new int[]?[_program.Permutations.Length];
        if (_partMasks[number] is not { } masks)
        {
            _partMasks[number] = masks = new int[_tokens.Length];
            for (int position = 0; position < masks.Length; position++)
            {
                for (int part = 0; part < tests.Length; part++)
                {
                    masks[position] |= tests[part].Matches(_tokens[position]) ? 1 << part : 0;
                }
            }
        }

        return masks;
    }

    private readonly int PushFree(int number, int parent, int taken) =>
        _contexts!.Push(new Frame(parent, FrameKind.FreeOrder, number, taken, 0, IsIdle: false));

    /// <summary>Whether the pattern can match when the parts in <paramref name="taken"/> are behind a position.</summary>
    private bool IsPossible(int entry, int position, int context, int number, int taken)
    {
        bool wasTrial = _isTrial;
        _isTrial = true;
        State state = new(entry, position, context);
        bool isPossible = taken == _program.Permutations[number].Complete
            ? Run(_program.Permutations[number].Exit, position, _contexts![context].Parent)
            : TryVisit(_code[entry].Row, state) && RunParts(entry, context, position);
        _isTrial = wasTrial;
        if (isPossible)
        {
            // States on the way to the match were noted as well; only after a failure do all notes mean failure.
            _trialMemo!.Clear();
            _triedInTrial?.Clear();
        }

        return isPossible;
    }

    private bool RunParts(int entry, int context, int position)
    {
        int floor = _choiceCount;
        PushParts(entry, context, position);
        State state = default;
        while (Backtrack(floor, ref state))
        {
            if (RunPath(ref state))
            {
                _choiceCount = floor;
                return true;
            }
        }

        return false;
    }

    /// <summary>The first order, in lexicographic order, in which the parts lead to a match; null when the search became too long.</summary>
    private int[]? DecideOrder(int number, int entry, in State state)
    {
        PermutationInfo permutation = _program.Permutations[number];
        int[] order = new int[permutation.Parts.Length];
        int taken = 0;
        bool[] reached = new bool[_tokens.Length + 1];
        reached[state.Position] = true;
        for (int step = 0; step < order.Length; step++)
        {
            bool[]? next = null;
            for (int part = 0; part < order.Length && next is null; part++)
            {
                if ((taken & (1 << part)) == 0 && TryStep(number, entry, state, taken, part, reached) is { } ends)
                {
                    order[step] = part;
                    next = ends;
                }
            }

            if (next is null)
            {
                return null;
            }

            reached = next;
            taken |= 1 << order[step];
        }

        return order;
    }

    /// <summary>The positions behind a part, when the pattern can match from one of them; else null.</summary>
    private bool[]? TryStep(int number, int entry, in State state, int taken, int part, bool[] reached)
    {
        bool[] ends = CollectEnds(number, part, reached, gap: taken == 0 ? 0 : LargestGap);
        int parts = taken | (1 << part);
        for (int end = 0; end < ends.Length; end++)
        {
            if (!ends[end])
            {
                continue;
            }

            int parent = end > state.Position ? _contexts!.Progress(state.Context) : state.Context;
            if (IsPossible(entry, end, PushFree(number, parent, parts), number, parts))
            {
                return ends;
            }
        }

        return null;
    }

    private bool[] CollectEnds(int number, int part, bool[] reached, int gap)
    {
        PagedMemo? memo = _trialMemo;
        HashSet<(int Instruction, int Context, int Offset)>? tried = _triedInTrial;
        _trialMemo = new PagedMemo(_program.Rows, _words);
        _triedInTrial = null;
        _collected = new bool[_tokens.Length + 1];
        _isTrial = true;
        int context = _contexts!.Push(new Frame(0, FrameKind.Collect, number, part, 0, IsIdle: false));
        int sinceReached = int.MaxValue;
        for (int position = 0; position < reached.Length; position++)
        {
            sinceReached = reached[position] ? 0 : sinceReached == int.MaxValue ? int.MaxValue : sinceReached + 1;
            if (sinceReached <= gap)
            {
                Run(_program.Permutations[number].Parts[part], position, context);
            }
        }

        _isTrial = false;
        _trialMemo = memo;
        _triedInTrial = tried;
        return _collected;
    }
}
