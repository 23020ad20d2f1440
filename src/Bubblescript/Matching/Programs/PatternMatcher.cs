using System.Buffers;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>Runs the program of a pattern on the tokenisations of a sentence, in order.</summary>
internal static class PatternMatcher
{
    private const int StackWords = 96;
    private const int StackChoices = 12;
    private const int StackLog = 16;

    public static UtteranceMatch? Match(BmlPattern pattern, Sentence sentence, Action<string>? onRegexTimeout)
    {
        PatternProgram program = pattern.Program;
        if (!HasRequiredWords(program, sentence))
        {
            return null;
        }

        RegexAllowance? allowance = program.UsesRegexes ? new RegexAllowance() : null;
        UtteranceMatch? match = null;
        foreach (Tokenization tokenization in sentence.ForKinds(program.EntityKinds))
        {
            if (match is null && IsWorthTrying(pattern, sentence, tokenization))
            {
                match = MatchOne(pattern, sentence, tokenization, allowance, steps: null);
            }
        }

        if (allowance is { IsSpent: true })
        {
            onRegexTimeout?.Invoke(pattern.Source);
        }

        return match;
    }

    /// <summary>The match with the steps that led to it: which part of the pattern took which tokens.</summary>
    public static (UtteranceMatch Match, Tokenization Tokenization, List<MatchStep> Steps)? Explain(BmlPattern pattern, Sentence sentence)
    {
        RegexAllowance? allowance = pattern.Program.UsesRegexes ? new RegexAllowance() : null;
        foreach (Tokenization tokenization in sentence.ForKinds(pattern.Program.EntityKinds))
        {
            List<MatchStep> steps = [];
            if (IsWorthTrying(pattern, sentence, tokenization) && MatchOne(pattern, sentence, tokenization, allowance, steps) is { } match)
            {
                return (match, tokenization, steps);
            }
        }

        return null;
    }

    private static bool HasRequiredWords(PatternProgram program, Sentence sentence)
    {
        foreach (int word in program.RequiredWords)
        {
            if (!sentence.MayHaveWord(word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWorthTrying(BmlPattern pattern, Sentence sentence, Tokenization tokenization)
    {
        const int LongSentence = 64;
        PatternProgram program = pattern.Program;
        if (tokenization.HasEntity && program.EntityKinds.IsEmpty)
        {
            return false;
        }

        return !program.IsCostly || tokenization.Count < LongSentence || pattern.Requirements.AreMetBy(sentence);
    }

    private static UtteranceMatch? MatchOne(
        BmlPattern pattern, Sentence sentence, Tokenization tokenization, RegexAllowance? allowance, List<MatchStep>? steps)
    {
        PatternProgram program = pattern.Program;
        if (program.FirstTest is { } test && !CanStart(program, test, tokenization.Tokens, allowance))
        {
            return null;
        }

        int size = Machine.MemoSize(program, tokenization.Count);
        ulong[]? rented = size > StackWords ? ArrayPool<ulong>.Shared.Rent(size) : null;
        Span<ulong> visited = rented is null ? stackalloc ulong[StackWords] : rented;
        visited = visited[..size];
        visited.Clear();
        Machine machine = new(program, tokenization, visited, stackalloc Choice[StackChoices], stackalloc LogEntry[StackLog], allowance, steps is not null);
        try
        {
            int start = machine.FindMatch();
            if (start < 0)
            {
                return null;
            }

            steps?.AddRange(MatchBuilder.ListSteps(program, machine.Log));
            return MatchBuilder.Build(program, sentence, tokenization, machine.Log, machine.Matches, start, machine.End);
        }
        finally
        {
            machine.Release();
            if (rented is not null)
            {
                ArrayPool<ulong>.Shared.Return(rented);
            }
        }
    }

    private static bool CanStart(PatternProgram program, TokenTest test, Token[] tokens, RegexAllowance? allowance)
    {
        if (program.IsAnchored)
        {
            return tokens.Length > 0 && test.Matches(tokens[0], allowance);
        }

        foreach (Token token in tokens)
        {
            if (test.Matches(token, allowance))
            {
                return true;
            }
        }

        return false;
    }
}
