using System.Text.RegularExpressions;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>Free regular expressions (language reference, BML, section 4.2).</summary>
internal ref partial struct Machine
{
    private const int Shared = -1;

    private RegexSearch?[]? _searches;
    private List<Match>? _matches;
    private HashSet<(int Instruction, int Context, int Offset)>? _triedMatches;
    private HashSet<(int Instruction, int Context, int Offset)>? _triedInTrial;
    private (int Start, int End)[]? _runs;

    /// <summary>The matches of free regular expressions that <see cref="LogKind.Groups"/> refers to.</summary>
    public readonly List<Match>? Matches => _matches;

    /// <summary>Notes where to search as a choice; always false, because taking the first match is the next step.</summary>
    private bool BeginRegex(in Instruction instruction, in State state)
    {
        if (state.Position == _tokens.Length)
        {
            return false;
        }

        _searches ??= new RegexSearch?[_program.RegexCount];
        RegexSearch search = _searches[instruction.First] ??= new RegexSearch((PatternRegex)instruction.Data!, _tokenization, _allowance!);
        int offset = search.OffsetFor(state.Position, out bool isShared);
        ref Choice choice = ref Push(ChoiceKind.Regex, state.Instruction, state);
        choice.Low = offset;
        choice.High = isShared ? Shared : offset;
        return false;
    }

    /// <summary>Goes on behind the next match; the choice is removed when there is none.</summary>
    private bool TryTakeRegex(ref Choice choice, ref State state)
    {
        RegexSearch search = _searches![_code[choice.Source].First]!;
        bool isShared = choice.High == Shared;
        RegexHit hit = isShared ? search.FindShared(choice.Low) : search.FindIsolated(choice.Position, choice.High, choice.Low);
        state = new State(choice.Source, choice.Position, choice.Context);
        bool isInFront = IsInFront(hit, choice.Position);
        if (!hit.IsFound || (isShared && !isInFront && !TryNoteMatch(state, hit.Index)))
        {
            // There is no match, or from it on everything was tried before, from another position. What lies in front of the tokens means something else
            // from there, and does not count.
            _choiceCount--;
            return false;
        }

        choice.Low = hit.Next;
        TakeMatch(hit, ref state);
        return true;
    }

    private void TakeMatch(in RegexHit hit, ref State state)
    {
        JoinedText joined = _tokenization.Joined;
        int first = Math.Max(state.Position, joined.TokenAt(hit.Index));
        int end = hit.Length == 0 ? first : Math.Max(first, joined.TokenAt(hit.End - 1) + 1);
        if (IsInFront(hit, state.Position))
        {
            // Only the blank in front of the first token matched, which belongs to no token.
            first = end = state.Position;
        }

        if (first > state.Position)
        {
            Note(LogKind.Skip, state.Instruction, state.Position, first);
            state.Position = first;
        }

        if (hit.Groups is not null && !_isTrial)
        {
            _matches ??= [];
            _matches.Add(hit.Groups);
            Note(LogKind.Groups, state.Instruction, _matches.Count - 1);
        }

        Take(ref state, end);
    }

    /// <summary>Whether nothing but the blank in front of the first token matched.</summary>
    private readonly bool IsInFront(in RegexHit hit, int position)
    {
        int offset = _tokenization.Joined.OffsetOf(position);
        return hit.Index < offset && hit.End <= offset;
    }

    private bool TryNoteMatch(in State state, int offset) => _isTrial
        ? (_triedInTrial ??= []).Add((state.Instruction, state.Context, offset))
        : (_triedMatches ??= []).Add((state.Instruction, state.Context, offset));
}
