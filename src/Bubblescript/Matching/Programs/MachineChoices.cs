using System.Buffers;
using System.Numerics;

namespace Bubblescript.Matching.Programs;

/// <summary>Choices and runs of tokens.</summary>
internal ref partial struct Machine
{
    private ref Choice Push(ChoiceKind kind, int target, in State state)
    {
        if (_choiceCount == _choices.Length)
        {
            Choice[] larger = ArrayPool<Choice>.Shared.Rent(_choiceCount * 2);
            _choices.CopyTo(larger);
            if (_rentedChoices is not null)
            {
                ArrayPool<Choice>.Shared.Return(_rentedChoices);
            }

            _choices = _rentedChoices = larger;
        }

        ref Choice choice = ref _choices[_choiceCount++];
        choice.Kind = kind;
        choice.Source = state.Instruction;
        choice.Target = target;
        choice.Position = state.Position;
        choice.Context = state.Context;
        choice.LogLength = _logLength;
        return ref choice;
    }

    /// <summary>Goes back to the latest choice that can be revised; false when there is none above the floor.</summary>
    private bool Backtrack(int floor, ref State state)
    {
        while (_choiceCount > floor && !_isExhausted)
        {
            ref Choice choice = ref _choices[_choiceCount - 1];
            _logLength = choice.LogLength;
            switch (choice.Kind)
            {
                case ChoiceKind.Resume:
                    _choiceCount--;
                    state.Instruction = choice.Target;
                    state.Position = choice.Position;
                    state.Context = choice.Context;
                    return true;
                case ChoiceKind.Most or ChoiceKind.Fewest:
                    if (TryTakeRun(ref choice, ref state))
                    {
                        return true;
                    }

                    break;
                case ChoiceKind.Regex:
                    if (TryTakeRegex(ref choice, ref state))
                    {
                        return true;
                    }

                    break;
                case ChoiceKind.Part:
                    if (TryTakePart(choice, ref state))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    /// <summary>Finds how far a run can reach; the choice that is pushed then takes its ends one by one.</summary>
    private bool BeginRun(in Instruction instruction, in State state)
    {
        int longest = (int)Math.Min(instruction.Second, (long)_tokens.Length - state.Position);
        if (instruction.First > longest)
        {
            return false;
        }

        if (!ReferenceEquals(instruction.Data, AnyTokenTest.Instance))
        {
            longest = Math.Min(longest, MeasureRun(state.Instruction, (TokenTest)instruction.Data!, state.Position));
        }

        return PushRun(instruction.IsLazy ? ChoiceKind.Fewest : ChoiceKind.Most, state.Instruction + 1, state, instruction.First, longest);
    }

    /// <summary>Pushes the choice of a number of tokens; always false, because the next step is to take the first of its ends.</summary>
    private bool PushRun(ChoiceKind kind, int target, in State state, int fewest, int most)
    {
        if (fewest <= most)
        {
            ref Choice choice = ref Push(kind, target, state);
            choice.Low = state.Position + fewest;
            choice.High = state.Position + most;
        }

        return false;
    }

    /// <summary>Goes on with the next end of a run; removes the choice with its last end.</summary>
    private bool TryTakeRun(ref Choice choice, ref State state)
    {
        bool isGreedy = choice.Kind == ChoiceKind.Most;
        int end = isGreedy ? FindEndDown(choice) : FindEndUp(choice);
        if (end < choice.Low || end > choice.High)
        {
            _choiceCount--;
            return false;
        }

        state.Instruction = choice.Source;
        state.Position = choice.Position;
        state.Context = choice.Context;
        int target = choice.Target;
        if (isGreedy)
        {
            choice.High = end - 1;
        }
        else
        {
            choice.Low = end + 1;
        }

        if (choice.Low > choice.High)
        {
            _choiceCount--;
        }

        Take(ref state, end);
        state.Instruction = target;
        return true;
    }

    /// <summary>The last end of a run from which the target was not reached before.</summary>
    private readonly int FindEndDown(in Choice choice)
    {
        ReadOnlySpan<ulong> page = PageBehind(choice, out ReadOnlySpan<ulong> known);
        int low = Math.Max(choice.Low, choice.Position + 1);
        for (int index = choice.High >> 6; !page.IsEmpty && index >= low >> 6; index--)
        {
            ulong free = Free(page, known, index) & (index == choice.High >> 6 ? ulong.MaxValue >> (63 - (choice.High & 63)) : ulong.MaxValue);
            int end = (index << 6) + 63 - BitOperations.LeadingZeroCount(free);
            if (free != 0 && end >= low)
            {
                return end;
            }
        }

        return page.IsEmpty ? choice.High : choice.Position;
    }

    /// <summary>The first end of a run from which the target was not reached before.</summary>
    private readonly int FindEndUp(in Choice choice)
    {
        ReadOnlySpan<ulong> page = PageBehind(choice, out ReadOnlySpan<ulong> known);
        if (page.IsEmpty || choice.Low == choice.Position)
        {
            return choice.Low;
        }

        for (int index = choice.Low >> 6; index <= choice.High >> 6; index++)
        {
            ulong free = Free(page, known, index) & (index == choice.Low >> 6 ? ulong.MaxValue << (choice.Low & 63) : ulong.MaxValue);
            if (free != 0)
            {
                return (index << 6) + BitOperations.TrailingZeroCount(free);
            }
        }

        return choice.High + 1;
    }

    /// <summary>The positions at which the target was not reached before, or from which it is known to match.</summary>
    private static ulong Free(ReadOnlySpan<ulong> page, ReadOnlySpan<ulong> known, int index) => known.IsEmpty ? ~page[index] : ~page[index] | known[index];

    /// <summary>The positions at which the target of a run was reached after some tokens; empty when it notes none.</summary>
    /// <param name="choice">The run.</param>
    /// <param name="known">In a trial, those of them from which the target is known to match.</param>
    private readonly ReadOnlySpan<ulong> PageBehind(in Choice choice, out ReadOnlySpan<ulong> known)
    {
        known = [];
        int row = _code[choice.Target].Row;
        if (row < 0)
        {
            return [];
        }

        if (choice.Context == 0 && !_isTrial)
        {
            return _visited.Slice(row * _words, _words);
        }

        PagedMemo? memo = _isTrial ? _trialMemo : _memo;
        if (memo is null)
        {
            return [];
        }

        int context = _contexts is null ? 0 : _contexts.Progress(choice.Context);
        known = _isTrial && _knownMatches is not null ? _knownMatches.Page(row, context) : [];
        return memo.Page(row, context);
    }

    /// <summary>How many tokens from a position on pass a test. Keeps the last run, because runs are asked for at neighbouring positions.</summary>
    private int MeasureRun(int instruction, TokenTest test, int position)
    {
        const int ShortSentence = 32;
        if (_tokens.Length > ShortSentence)
        {
            _runs ??= new (int Start, int End)[_code.Length];
            (int start, int end) = _runs[instruction];
            if (position >= start && position < end)
            {
                return end - position;
            }
        }

        int last = position;
        while (last < _tokens.Length && test.Matches(_tokens[last], _allowance))
        {
            // A run that was measured before need not be measured again.
            last = _runs is not null && _runs[instruction].Start == last + 1 && _runs[instruction].End > last ? _runs[instruction].End : last + 1;
        }

        if (_runs is not null)
        {
            _runs[instruction] = (position, last);
        }

        return last - position;
    }
}
