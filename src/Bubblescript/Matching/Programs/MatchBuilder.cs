using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>Turns the log of a successful search into a match: later assignments of a name replace earlier ones.</summary>
internal static class MatchBuilder
{
    public static UtteranceMatch Build(
        PatternProgram program, Sentence sentence, Tokenization tokenization, ReadOnlySpan<LogEntry> log, List<Match>? matches, int start, int end)
    {
        ImmutableArray<Token> taken = TokensBetween(tokenization, log, start, end);
        string text = taken.IsEmpty ? string.Empty : TextOf(sentence, taken);
        return log.IsEmpty
            ? new UtteranceMatch(text, [])
            : new UtteranceMatch(text, ReadCaptures(program, sentence, tokenization, log, matches));
    }

    public static List<MatchStep> ListSteps(PatternProgram program, ReadOnlySpan<LogEntry> log)
    {
        List<MatchStep> steps = [];
        foreach (LogEntry entry in log)
        {
            if (entry.Kind == LogKind.Take && program.Code[entry.Instruction].Node is { } node)
            {
                steps.Add(new MatchStep(node, entry.From, entry.To));
            }
        }

        return steps;
    }

    private static ImmutableArray<UtteranceCapture> ReadCaptures(
        PatternProgram program, Sentence sentence, Tokenization tokenization, ReadOnlySpan<LogEntry> log, List<Match>? matches)
    {
        List<UtteranceCapture> captures = [];
        Stack<int> opened = new();
        foreach (LogEntry entry in log)
        {
            switch (entry.Kind)
            {
                case LogKind.Open:
                    opened.Push(entry.From);
                    break;
                case LogKind.Close:
                    ImmutableArray<Token> tokens = TokensBetween(tokenization, log, opened.Pop(), entry.From);
                    Assign(captures, new UtteranceCapture((string)program.Code[entry.Instruction].Data!, tokens, tokens.IsEmpty ? null : TextOf(sentence, tokens)));
                    break;
                case LogKind.Groups:
                    AssignGroups(captures, (PatternRegex)program.Code[entry.Instruction].Data!, matches![entry.From]);
                    break;
                case LogKind.TokenGroups:
                    PatternRegex expression = (PatternRegex)program.Code[entry.Instruction].Data!;
                    string text = tokenization[entry.From].TrimmedRaw.ToString();
                    AssignGroups(captures, expression, expression.For(text).Match(text));
                    break;
            }
        }

        return [.. captures];
    }

    private static void AssignGroups(List<UtteranceCapture> captures, PatternRegex expression, Match match)
    {
        foreach (string name in expression.GroupNames)
        {
            Group group = match.Groups[name];
            if (group is { Success: true, Length: > 0 })
            {
                Assign(captures, new UtteranceCapture(name, [Token.ForGroup(group.Value)], group.Value));
            }
        }
    }

    private static void Assign(List<UtteranceCapture> captures, UtteranceCapture capture)
    {
        int place = captures.FindIndex(other => string.Equals(other.Name, capture.Name));
        if (place < 0)
        {
            captures.Add(capture);
        }
        else
        {
            captures[place] = capture;
        }
    }

    /// <summary>The tokens between two positions without those that a regular expression left out.</summary>
    private static ImmutableArray<Token> TokensBetween(Tokenization tokenization, ReadOnlySpan<LogEntry> log, int start, int end)
    {
        ImmutableArray<Token>.Builder? kept = null;
        int position = start;
        foreach (LogEntry entry in log)
        {
            if (entry.Kind == LogKind.Skip && entry.From >= position && entry.To <= end)
            {
                kept ??= ImmutableArray.CreateBuilder<Token>();
                kept.AddRange(tokenization.Tokens.AsSpan(position, entry.From - position));
                position = entry.To;
            }
        }

        ReadOnlySpan<Token> rest = tokenization.Tokens.AsSpan(position, end - position);
        if (kept is null)
        {
            return [.. rest];
        }

        kept.AddRange(rest);
        return kept.DrainToImmutable();
    }

    private static string TextOf(Sentence sentence, ImmutableArray<Token> tokens)
    {
        int start = tokens[0].TextOffset;
        int end = Math.Max(start, tokens[^1].TextEnd);
        return start == 0 && end == sentence.Text.Length ? sentence.Text : sentence.Text[start..end];
    }
}
