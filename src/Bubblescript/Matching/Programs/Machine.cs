using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>
/// Runs a program on one tokenisation: depth-first with complete backtracking in the order of preference (language reference, BML, section 5), where
/// states that were visited before fail at once. Time is therefore bounded by the size of the program times the number of tokens. Other parts of this
/// type hold choices, loops, permutations and regular expressions.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref partial struct Machine
{
    private readonly PatternProgram _program;
    private readonly Instruction[] _code;
    private readonly Tokenization _tokenization;
    private readonly Token[] _tokens;
    private readonly int _words;
    private readonly bool _isExplaining;
    private readonly RegexAllowance? _allowance;
    private readonly Span<ulong> _visited;
    private Span<Choice> _choices;
    private Span<LogEntry> _log;
    private Choice[]? _rentedChoices;
    private LogEntry[]? _rentedLog;
    private int _choiceCount;
    private int _logLength;
    private ContextTable? _contexts;
    private PagedMemo? _memo;
    private PagedMemo? _trialMemo;
    private PagedMemo? _knownMatches;
    private bool _isTrial;
    private bool _isExhausted;
    private int _end;

    /// <summary>Prepares a search.</summary>
    /// <param name="program">The program.</param>
    /// <param name="tokenization">What it is run on.</param>
    /// <param name="visited">Cleared memory of <see cref="MemoSize"/> words.</param>
    /// <param name="choices">Memory for some choices; more is rented.</param>
    /// <param name="log">Memory for some log entries; more is rented.</param>
    /// <param name="allowance">What regular expressions may cost; null when the pattern has none.</param>
    /// <param name="isExplaining">Whether every step is noted.</param>
    public Machine(
        PatternProgram program, Tokenization tokenization, Span<ulong> visited, Span<Choice> choices, Span<LogEntry> log, RegexAllowance? allowance, bool isExplaining)
    {
        _program = program;
        _code = program.Code;
        _tokenization = tokenization;
        _tokens = tokenization.Tokens;
        _words = WordsOf(_tokens.Length);
        _visited = visited;
        _choices = choices;
        _log = log;
        _allowance = allowance;
        _isExplaining = isExplaining;
    }

    /// <summary>Where the match ends: the position behind its last token.</summary>
    public readonly int End => _end;

    public readonly ReadOnlySpan<LogEntry> Log => _log[.._logLength];

    public static int MemoSize(PatternProgram program, int tokens) => program.Rows * WordsOf(tokens);

    /// <summary>Looks for the match that section 5 prefers; gives the position where it starts, or -1.</summary>
    public int FindMatch()
    {
        int last = _program.IsAnchored ? 0 : _tokens.Length;
        for (int start = 0; start <= last && !_isExhausted; start++)
        {
            if (_program.FirstTest is { } test)
            {
                while (start < _tokens.Length && start <= last && !test.Matches(_tokens[start], _allowance))
                {
                    start++;
                }

                if (start >= _tokens.Length || start > last)
                {
                    return -1;
                }
            }

            _logLength = 0;
            if (Run(0, start, 0))
            {
                return start;
            }
        }

        return -1;
    }

    public void Release()
    {
        if (_rentedChoices is not null)
        {
            ArrayPool<Choice>.Shared.Return(_rentedChoices);
        }

        if (_rentedLog is not null)
        {
            ArrayPool<LogEntry>.Shared.Return(_rentedLog);
        }
    }

    private static int WordsOf(int tokens) => (tokens >> 6) + 1;

    /// <summary>Runs from a state until the pattern matches or all choices are used up.</summary>
    private bool Run(int instruction, int position, int context)
    {
        int floor = _choiceCount;
        State state = new(instruction, position, context);
        while (!RunPath(ref state))
        {
            if (!Backtrack(floor, ref state))
            {
                return false;
            }
        }

        _end = state.Position;
        _choiceCount = floor;
        return true;
    }

    /// <summary>Executes instructions until the pattern matches (true) or the path ends (false).</summary>
    private bool RunPath(ref State state)
    {
        while (true)
        {
            ref readonly Instruction instruction = ref _code[state.Instruction];
            if (instruction.Row >= 0)
            {
                if (_isTrial && _knownMatches?.Contains(instruction.Row, state.Context, state.Position) == true)
                {
                    return true;
                }

                if (!TryVisit(instruction.Row, state))
                {
                    return false;
                }
            }

            if (instruction.Operation == OpCode.Accept)
            {
                return true;
            }

            if (!Execute(instruction, ref state))
            {
                return false;
            }
        }
    }

    /// <summary>Notes that a state was reached; false when it was reached before, and therefore leads nowhere.</summary>
    private bool TryVisit(int row, in State state)
    {
        if (state.Context == 0 && !_isTrial)
        {
            ref ulong word = ref _visited[(row * _words) + (state.Position >> 6)];
            ulong bit = 1UL << (state.Position & 63);
            bool isFirst = (word & bit) == 0;
            word |= bit;
            return isFirst;
        }

        PagedMemo memo = _isTrial ? _trialMemo ??= new PagedMemo(_program.Rows, _words) : _memo ??= new PagedMemo(_program.Rows, _words);
        bool isVisit = memo.TryVisit(row, state.Context, state.Position);
        _isExhausted |= memo.IsExhausted;
        if (isVisit && _isTrial)
        {
            AppendToLog(new LogEntry(LogKind.Visit, row, state.Context, state.Position));
        }

        return isVisit;
    }

    private bool Execute(in Instruction instruction, ref State state)
    {
        switch (instruction.Operation)
        {
            case OpCode.Token:
                return state.Position < _tokens.Length
                    && Unsafe.As<TokenTest>(instruction.Data!).Matches(_tokens[state.Position], _allowance)
                    && Take(ref state, state.Position + 1);
            case OpCode.Run:
                return BeginRun(instruction, state);
            case OpCode.Literal:
                return TakeLiteral((string)instruction.Data!, ref state);
            case OpCode.Split:
                Push(ChoiceKind.Resume, instruction.Second, state);
                state.Instruction = instruction.First;
                return true;
            case OpCode.Jump:
                state.Instruction = instruction.First;
                return true;
            case OpCode.Open:
                Note(LogKind.Open, state.Instruction, state.Position);
                state.Instruction++;
                return true;
            case OpCode.Close:
                Note(LogKind.Close, state.Instruction, state.Position);
                state.Instruction++;
                return true;
            case OpCode.Start:
                state.Instruction++;
                return state.Position < _tokens.Length ? _tokens[state.Position].Index == 0 : _tokens.Length == 0;
            case OpCode.End:
                state.Instruction++;
                return state.Position == _tokens.Length;
            case OpCode.TokenRegex:
                return TakeTokenRegex((PatternRegex)instruction.Data!, ref state);
            case OpCode.Regex:
                return BeginRegex(instruction, state);
            case OpCode.LoopEnter:
                return EnterLoop(instruction.First, ref state);
            case OpCode.LoopEnd:
                return EndRound(instruction.First, ref state);
            case OpCode.Permute:
                return BeginPermutation(instruction.First, ref state);
            case OpCode.PartEnd:
                return EndPart(instruction, ref state);
            default:
                return false;
        }
    }

    /// <summary>Takes the tokens up to a position and goes on with the next instruction.</summary>
    private bool Take(ref State state, int end)
    {
        if (_isExplaining)
        {
            Note(LogKind.Take, state.Instruction, state.Position, end);
        }

        if (state.Context != 0 && end > state.Position)
        {
            state.Context = _contexts!.Progress(state.Context);
        }

        state.Position = end;
        state.Instruction++;
        return true;
    }

    private bool TakeLiteral(string text, ref State state)
    {
        ReadOnlySpan<char> rest = text;
        int position = state.Position;
        while (!rest.IsEmpty)
        {
            if (position == _tokens.Length)
            {
                return false;
            }

            Token token = _tokens[position++];
            ReadOnlySpan<char> part = token.NormalizedRaw;
            if (part.IsEmpty || !rest.StartsWith(part))
            {
                return false;
            }

            rest = rest[part.Length..];
            rest = !rest.IsEmpty && char.IsWhiteSpace(rest[0]) ? rest.TrimStart() : rest;
        }

        return Take(ref state, position);
    }

    private bool TakeTokenRegex(PatternRegex expression, ref State state)
    {
        if (state.Position == _tokens.Length || !new TokenRegexTest(expression).Matches(_tokens[state.Position], _allowance))
        {
            return false;
        }

        Note(LogKind.TokenGroups, state.Instruction, state.Position);
        return Take(ref state, state.Position + 1);
    }

    private void Note(LogKind kind, int instruction, int from, int to = 0)
    {
        if (!_isTrial)
        {
            AppendToLog(new LogEntry(kind, instruction, from, to));
        }
    }

    private void AppendToLog(in LogEntry entry)
    {
        if (_logLength == _log.Length)
        {
            LogEntry[] larger = ArrayPool<LogEntry>.Shared.Rent(_logLength * 2);
            _log.CopyTo(larger);
            if (_rentedLog is not null)
            {
                ArrayPool<LogEntry>.Shared.Return(_rentedLog);
            }

            _log = _rentedLog = larger;
        }

        _log[_logLength++] = entry;
    }
}
