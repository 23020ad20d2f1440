namespace Bubblescript.Matching.Programs;

/// <summary>The open loops and permutations of all paths of one search, numbered so that equal ones compare equal.</summary>
internal sealed class ContextTable
{
    private const int Unknown = -1;
    private const int LargestWays = 10;

    private readonly List<Frame> _frames = [default];
    private readonly List<int> _progressed = [0];
    private readonly List<bool> _hasIdle = [false];
    private readonly List<int[]?> _successors = [null];
    private readonly Dictionary<Frame, int> _numbers = [];

    /// <summary>The frame that follows another in a given way, if it was noted; 0 when not.</summary>
    public int Successor(int context, int way) => _successors[context] is { } ways && way < ways.Length ? ways[way] : 0;

    public int NoteSuccessor(int context, int way, int successor)
    {
        int[] ways = _successors[context] ??= new int[LargestWays];
        ways[way] = successor;
        return successor;
    }

    /// <summary>The orders of permutations that were decided.</summary>
    public List<int[]> Orders { get; } = [];

    public Frame this[int context] => _frames[context];

    public int Push(in Frame frame)
    {
        if (_numbers.TryGetValue(frame, out int number))
        {
            return number;
        }

        number = _frames.Count;
        bool hasIdle = frame.IsIdle || _hasIdle[frame.Parent];
        _frames.Add(frame);
        _hasIdle.Add(hasIdle);
        _successors.Add(null);
        _progressed.Add(hasIdle ? Unknown : number);
        _numbers.Add(frame, number);
        return number;
    }

    /// <summary>The context after a token was taken: no open round is idle any more.</summary>
    public int Progress(int context)
    {
        if (_progressed[context] == Unknown)
        {
            Frame frame = _frames[context];
            _progressed[context] = Push(frame with { Parent = Progress(frame.Parent), IsIdle = false });
        }

        return _progressed[context];
    }
}
