using System.Text.RegularExpressions;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>Free regular expressions (language reference, BML, section 4.2).</summary>
internal ref partial struct Machine
{
    private const int Isolated = -1;

    private RegexSearch?[]? _searches;
    private List<Match>? _matches;
    private HashSet<(int Instruction, int Context, int Offset)>? _triedMatches;
    private HashSet<(int Instruction, int Context, int Offset)>? _triedInTrial;
    private (int Start, int End)[]? _runs;

    /// <summary>The matches of free regular expressions that <see cref="LogKind.Groups"/> refers to.</summary>
    public readonly List<Match>? Matches => _matches;

    /// <summary>Finds the first match and notes as a choice that others may follow; always false, because taking it is the next step.</summary>
    private bool BeginRegex(in Instruction instruction, in State state)
    {
        if (state.Position == _tokens.Length)
        {
            return false;
        }

        _searches ??= new RegexSearch?[_program.RegexCount];
        RegexSearch search = _searches[instruction.First] ??= new RegexSearch((PatternRegex)instruction.Data!, _tokenization);
        if (search.FindFirst(state.Position, out bool isShared) is { } match)
        {
            ref Choice choice = ref Push(ChoiceKind.Regex, state.Instruction, state);
            choice.High = isShared ? match.Index : Isolated;
            choice.Low = Keep(match);
        }

        return false;
    }

    /// <summary>Goes on behind the match that the choice holds, and puts the next match into the choice.</summary>
    private bool TryTakeRegex(ref Choice choice, ref State state)
    {
        Match match = _matches![choice.Low];
        RegexSearch search = _searches![_code[choice.Source].First]!;
        bool isShared = choice.High != Isolated;
        state.Instruction = choice.Source;
        state.Position = choice.Position;
        state.Context = choice.Context;
        int kept = choice.Low;
        if (isShared && !TryNoteMatch(state, match.Index))
        {
            // From this match on everything was tried before, from another position.
            _choiceCount--;
            return false;
        }

        Match? next = isShared ? search.FindFrom(match.Index + Math.Max(1, match.Length)) : search.FindNext(match);
        if (next is null)
        {
            _choiceCount--;
        }
        else
        {
            choice.Low = Keep(next);
        }

        TakeMatch(match, kept, ref state);
        return true;
    }

    private void TakeMatch(Match match, int kept, ref State state)
    {
        JoinedText joined = _tokenization.Joined;
        int first = Math.Max(state.Position, joined.TokenAt(match.Index));
        int end = match.Length == 0 ? first : joined.TokenAt(match.Index + match.Length - 1) + 1;
        end = Math.Max(end, first);
        if (match.Length > 0 && match.Index + match.Length <= joined.OffsetOf(state.Position))
        {
            // Only the blank in front of the sentence's rest matched, which belongs to no token.
            first = end = state.Position;
        }

        if (first > state.Position)
        {
            Note(LogKind.Skip, state.Instruction, state.Position, first);
            state.Position = first;
        }

        if (((PatternRegex)_code[state.Instruction].Data!).GroupNames.Length > 0)
        {
            Note(LogKind.Groups, state.Instruction, kept);
        }

        Take(ref state, end);
    }

    private bool TryNoteMatch(in State state, int offset) => _isTrial
        ? (_triedInTrial ??= []).Add((state.Instruction, state.Context, offset))
        : (_triedMatches ??= []).Add((state.Instruction, state.Context, offset));

    private int Keep(Match match)
    {
        _matches ??= [];
        _matches.Add(match);
        return _matches.Count - 1;
    }
}
