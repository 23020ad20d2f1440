using System.Numerics;

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
    private SortedSet<(int Position, bool HasTaken)>? _collected;
    private Dictionary<(int Number, int Context), PermutationTable>? _tables;

    private bool BeginPermutation(int number, ref State state)
    {
        _contexts ??= new ContextTable();
        if (_isTrial && _collected is null && _program.Permutations[number].AreTokens)
        {
            // The table knows about everything up to the end of the pattern.
            bool canMatch = CanBegin(number, state.Context, state.Position);
            state = canMatch ? new State(_code.Length - 1, _tokens.Length, 0) : state;
            return canMatch;
        }

        int free = PushFree(number, state.Context, 0);
        if (_isTrial)
        {
            return PushParts(state.Instruction, free, state.Position);
        }

        int entry = state.Instruction;
        int[]? order = IsPossible(entry, state.Position, state.Context, number, 0) ? DecideOrder(number, entry, state) : null;
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
                _collected!.Add((state.Position, !frame.IsIdle));
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
                return GoOnFreely(permutation, state.Context, instruction.First, instruction.Second, ref state);
        }
    }

    /// <summary>In a trial, behind a part: goes on with the parts that are left, or behind the permutation.</summary>
    private bool GoOnFreely(PermutationInfo permutation, int context, int number, int part, ref State state)
    {
        Frame frame = _contexts![context];
        int taken = frame.Value | (1 << part);
        if (taken == permutation.Complete)
        {
            state.Context = frame.Parent;
            state.Instruction = permutation.Exit;
            return true;
        }

        State entry = state;
        entry.Context = _contexts.Successor(context, part);
        entry.Instruction = permutation.Parts[0] - 1;
        if (entry.Context == 0)
        {
            entry.Context = _contexts.NoteSuccessor(context, part, PushFree(number, frame.Parent, taken));
        }

        int row = _code[entry.Instruction].Row;
        if (_knownMatches?.Contains(row, entry.Context, entry.Position) == true)
        {
            // The machine goes on with what it knows.
            state = entry;
            return true;
        }

        return TryVisit(row, entry) && PushParts(entry.Instruction, entry.Context, state.Position);
    }

    /// <summary>Pushes the choice of the next part; always false, because taking one is the next step.</summary>
    private bool PushParts(int instruction, int context, int position)
    {
        ref Choice choice = ref Push(ChoiceKind.Part, instruction, new State(instruction, position, context));
        choice.Low = 0;
        return false;
    }

    /// <summary>Goes on with another part that may begin within the gap; the cursor counts the tokens in the gap and the parts.</summary>
    private bool TryTakePart(in Choice choice, ref State state)
    {
        const int CursorBits = 4;
        Frame frame = _contexts![choice.Context];
        PermutationInfo permutation = _program.Permutations[frame.Number];
        int[] masks = PartMasks(frame.Number, permutation);
        int largestGap = frame.Value == 0 ? 0 : Math.Min(LargestGap, _tokens.Length - choice.Position);
        int firstPart = choice.Low & ((1 << CursorBits) - 1);
        for (int gap = choice.Low >> CursorBits; gap <= largestGap; gap++)
        {
            int parts = masks[choice.Position + gap] & ~frame.Value & (-1 << firstPart);
            firstPart = 0;
            if (parts != 0)
            {
                int part = BitOperations.TrailingZeroCount(parts);
                state = new State(choice.Source, choice.Position + gap, choice.Context);
                _choices[_choiceCount - 1].Low = (gap << CursorBits) + part + 1;
                return TakePart(frame, permutation, part, gap > 0, ref state);
            }
        }

        _choiceCount--;
        return false;
    }

    private bool TakePart(in Frame frame, PermutationInfo permutation, int part, bool isMoved, ref State state)
    {
        if (permutation.AreTokens)
        {
            state.Position++;
            return GoOnFreely(permutation, _contexts!.Progress(state.Context), frame.Number, part, ref state);
        }

        state.Context = isMoved ? _contexts!.Progress(state.Context) : state.Context;
        state.Instruction = permutation.Parts[part];
        return true;
    }

    /// <summary>For each position the set of parts that may begin there.</summary>
    private int[] PartMasks(int number, PermutationInfo permutation)
    {
        _partMasks ??= new int[]?[_program.Permutations.Length];
        if (_partMasks[number] is not { } masks)
        {
            _partMasks[number] = masks = new int[_tokens.Length + 1];
            for (int position = 0; position < masks.Length; position++)
            {
                for (int part = 0; part < permutation.Parts.Length; part++)
                {
                    bool mayBegin = permutation.FirstTests[part] is not { } test || (position < _tokens.Length && test.Matches(_tokens[position], _allowance));
                    masks[position] |= mayBegin ? 1 << part : 0;
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
        PermutationInfo permutation = _program.Permutations[number];
        if (permutation.AreTokens)
        {
            return taken == 0 ? CanBegin(number, context, position) : CanGoOn(number, context, position, taken);
        }

        bool wasTrial = BeginTrial(out int logLength);
        bool isPossible;
        if (taken == permutation.Complete)
        {
            isPossible = Run(permutation.Exit, position, context);
        }
        else
        {
            State state = new(entry, position, PushFree(number, context, taken));
            int row = _code[entry].Row;
            isPossible = _knownMatches!.Contains(row, state.Context, position) || (TryVisit(row, state) && RunParts(entry, state.Context, position));
        }

        EndTrial(wasTrial, logLength, isPossible);
        return isPossible;
    }

    private bool BeginTrial(out int logLength)
    {
        bool wasTrial = _isTrial;
        logLength = _logLength;
        _isTrial = true;
        _knownMatches ??= new PagedMemo(_program.Rows, _words);
        return wasTrial;
    }

    private void EndTrial(bool wasTrial, int logLength, bool isPossible)
    {
        _isTrial = wasTrial;
        if (isPossible)
        {
            // What was visited and is not on the way to the match leads nowhere; what is on the way is known to match.
            foreach (LogEntry visit in _log[logLength.._logLength])
            {
                _knownMatches!.TryVisit(visit.Instruction, visit.From, visit.To);
            }

            _triedInTrial?.Clear();
        }

        _logLength = logLength;
    }

    private PermutationTable TableOf(int number, int behind)
    {
        _tables ??= [];
        if (!_tables.TryGetValue((number, behind), out PermutationTable? table))
        {
            PermutationInfo permutation = _program.Permutations[number];
            _tables.Add((number, behind), table = new PermutationTable(PartMasks(number, permutation), permutation.Parts.Length));
        }

        return table;
    }

    /// <summary>Whether a permutation of tokens that begins exactly at a position leads to a match.</summary>
    private bool CanBegin(int number, int context, int position)
    {
        int behind = _contexts!.Progress(context);
        PermutationTable table = TableOf(number, behind);
        while (table.NextBefore >= position)
        {
            // What lies behind a position is not asked for before something in front of it is: states at that position may still be open.
            if (table.NextBehind > table.NextBefore)
            {
                FillBehind(table, number, behind);
            }

            table.FillBefore();
        }

        return table.CanBegin(position);
    }

    /// <summary>Whether parts of a permutation of tokens that end at a position lead to a match.</summary>
    private bool CanGoOn(int number, int context, int position, int taken)
    {
        int behind = _contexts!.Progress(context);
        CanBegin(number, context, position);
        PermutationTable table = TableOf(number, behind);
        while (table.NextBehind >= position)
        {
            FillBehind(table, number, behind);
        }

        return table.CanGoOn(position, taken);
    }

    private void FillBehind(PermutationTable table, int number, int behind)
    {
        int position = table.NextBehind;
        PermutationInfo permutation = _program.Permutations[number];
        bool wasTrial = BeginTrial(out int logLength);
        bool canExit = position > 0 && PartMasks(number, permutation)[position - 1] != 0 && Run(permutation.Exit, position, behind);
        EndTrial(wasTrial, logLength, canExit);
        table.FillBehind(canExit);
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
        int[] order = new int[_program.Permutations[number].Parts.Length];
        int taken = 0;
        List<(int Position, bool HasTaken)> reached = [(state.Position, false)];
        for (int step = 0; step < order.Length; step++)
        {
            List<(int Position, bool HasTaken)>? next = null;
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
    private List<(int Position, bool HasTaken)>? TryStep(
        int number, int entry, in State state, int taken, int part, List<(int Position, bool HasTaken)> reached)
    {
        List<(int Position, bool HasTaken)> ends = CollectEnds(number, part, reached, gap: taken == 0 ? 0 : LargestGap);
        int parts = taken | (1 << part);
        foreach ((int end, bool hasTaken) in ends)
        {
            int parent = hasTaken ? _contexts!.Progress(state.Context) : state.Context;
            if (IsPossible(entry, end, parent, number, parts))
            {
                return ends;
            }
        }

        return null;
    }

    /// <summary>The positions behind a part that begins within a gap behind one of some positions, and whether tokens were taken up to there.</summary>
    private List<(int Position, bool HasTaken)> CollectEnds(int number, int part, List<(int Position, bool HasTaken)> reached, int gap)
    {
        PermutationInfo permutation = _program.Permutations[number];
        int[] masks = PartMasks(number, permutation);
        SortedSet<(int Position, bool HasTaken)> starts = [];
        foreach ((int position, bool hasTaken) in reached)
        {
            for (int start = position; start <= Math.Min(position + gap, _tokens.Length); start++)
            {
                if ((masks[start] & (1 << part)) != 0)
                {
                    starts.Add((start, hasTaken || start > position));
                }
            }
        }

        if (permutation.AreTokens)
        {
            return [.. starts.Select(static start => start.Position + 1).Distinct().Select(static end => (end, true))];
        }

        SortedSet<(int Position, bool HasTaken)> ends = [];
        CollectFrom(number, part, starts, ends);
        return [.. ends];
    }

    private void CollectFrom(int number, int part, SortedSet<(int Position, bool HasTaken)> starts, SortedSet<(int Position, bool HasTaken)> ends)
    {
        (PagedMemo? memo, PagedMemo? known, int logLength) = (_trialMemo, _knownMatches, _logLength);
        HashSet<(int Instruction, int Context, int Offset)>? tried = _triedInTrial;
        (_trialMemo, _knownMatches, _triedInTrial) = (new PagedMemo(_program.Rows, _words), null, null);
        _collected = ends;
        _isTrial = true;
        foreach ((int start, bool hasTaken) in starts)
        {
            int context = _contexts!.Push(new Frame(0, FrameKind.Collect, number, part, 0, IsIdle: !hasTaken));
            Run(_program.Permutations[number].Parts[part], start, context);
        }

        _isTrial = false;
        _collected = null;
        _logLength = logLength;
        (_trialMemo, _knownMatches, _triedInTrial) = (memo, known, tried);
    }
}
