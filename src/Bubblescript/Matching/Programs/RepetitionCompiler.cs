using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>
/// Repetitions. Those of one token become a single instruction; those with small counts are written out; only the others, and those whose body may
/// take nothing, become loops that the machine keeps account of.
/// </summary>
internal sealed partial class PatternCompiler
{
    private void EmitRepetition(RepetitionNode repetition)
    {
        if (repetition.Maximum == 0)
        {
            return;
        }

        if (PatternMeasure.AsTest(repetition.Body, keepsCaptures: true) is { } test)
        {
            NoteEntityKinds(repetition.Body);
            Add(OpCode.Run, repetition, test, repetition.Minimum, repetition.Maximum, repetition.IsLazy);
            return;
        }

        // The first slot is filled in when the size of the body is known.
        int head = Add(OpCode.Jump, repetition, first: _length + 1);
        int body = _length;
        Emit(repetition.Body);
        int size = _length - body;
        int width = PatternMeasure.MinimumWidth(repetition.Body);
        if (repetition is { Minimum: <= 1, Maximum: 1 })
        {
            EmitOptional(repetition, head);
        }
        else if (width == 0)
        {
            EmitLoop(repetition, head, width);
        }
        else if (repetition.Maximum == int.MaxValue && (long)size * repetition.Minimum <= LargestWrittenOut)
        {
            EmitUnlimited(repetition, head, body);
        }
        else if (repetition.Maximum != int.MaxValue && (long)size * repetition.Maximum <= LargestWrittenOut)
        {
            EmitWrittenOut(repetition, head);
        }
        else
        {
            EmitLoop(repetition, head, width);
        }
    }

    private void EmitOptional(RepetitionNode repetition, int head)
    {
        if (repetition.Minimum == 0)
        {
            SetSplit(head, head + 1, _length, repetition.IsLazy);
        }
    }

    /// <summary>Rounds without upper limit: the required ones, of which the last is repeated.</summary>
    private void EmitUnlimited(RepetitionNode repetition, int head, int body)
    {
        int last = body;
        for (int round = 1; round < repetition.Minimum; round++)
        {
            last = _length;
            Emit(repetition.Body);
        }

        if (repetition.Minimum == 0)
        {
            Add(OpCode.Jump, repetition, first: head);
            SetSplit(head, head + 1, _length, repetition.IsLazy);
        }
        else
        {
            int split = Add(OpCode.Split, repetition);
            SetSplit(split, last, split + 1, repetition.IsLazy);
        }
    }

    private void EmitWrittenOut(RepetitionNode repetition, int head)
    {
        List<int> splits = repetition.Minimum == 0 ? [head] : [];
        for (int round = 1; round < repetition.Maximum; round++)
        {
            if (round >= repetition.Minimum)
            {
                splits.Add(Add(OpCode.Split, repetition));
            }

            Emit(repetition.Body);
        }

        foreach (int split in splits)
        {
            SetSplit(split, split + 1, _length, repetition.IsLazy);
        }
    }

    private void EmitLoop(RepetitionNode repetition, int head, int width)
    {
        int number = _loops.Count;
        _code[head].Operation = OpCode.LoopEnter;
        _code[head].First = number;
        Add(OpCode.LoopEnd, repetition, first: number);
        _loops.Add(new LoopInfo(repetition.Minimum, repetition.Maximum, repetition.IsLazy, head + 1, _length, width));
    }

    private void SetSplit(int position, int more, int fewer, bool isLazy)
    {
        ref Instruction instruction = ref _code[position];
        instruction.Operation = OpCode.Split;
        (instruction.First, instruction.Second) = isLazy ? (fewer, more) : (more, fewer);
    }
}
