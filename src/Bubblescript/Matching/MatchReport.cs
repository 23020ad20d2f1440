using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Matching.Patterns;
using Bubblescript.Matching.Programs;
using Bubblescript.Values;

namespace Bubblescript.Matching;

/// <summary>What matching a pattern and an utterance gives, for people and for tools. Immutable.</summary>
public sealed class MatchReport
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private MatchReport(BmlParseError? error, UtteranceMatch? match, ImmutableArray<Token> tokens, ImmutableArray<MatchReportStep> steps)
    {
        Error = error;
        Match = match;
        Tokens = tokens;
        Steps = steps;
    }

    /// <summary>Why the pattern is none, or null.</summary>
    public BmlParseError? Error { get; }

    /// <summary>The match, or null.</summary>
    public UtteranceMatch? Match { get; }

    /// <summary>The tokens of the tokenisation that matched; without a match, all tokens.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Which part of the pattern took which tokens, in order; empty without a match and for patterns of early scripts.</summary>
    public ImmutableArray<MatchReportStep> Steps { get; }

    /// <summary>Matches a pattern of either syntax with an utterance.</summary>
    /// <param name="pattern">The text of the pattern.</param>
    /// <param name="utterance">The analysed utterance.</param>
    public static MatchReport Create(string pattern, Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        ImmutableArray<Token> all = [.. utterance.Sentences.SelectMany(static sentence => sentence.Tokenizations.LastOrDefault() ?? Enumerable.Empty<Token>())];
        if (!UtterancePattern.TryParse(pattern, options: null, out UtterancePattern? parsed, out BmlParseError? error))
        {
            return new MatchReport(error, match: null, all, []);
        }

        if (parsed is not BmlPattern bml)
        {
            return new MatchReport(error: null, parsed.Match(utterance), all, []);
        }

        foreach (Sentence sentence in utterance.Sentences)
        {
            if (PatternMatcher.Explain(bml, sentence) is var (match, tokenization, steps))
            {
                return new MatchReport(error: null, match, [.. tokenization], [.. steps.Select(step => ToStep(pattern, tokenization, step))]);
            }
        }

        return new MatchReport(error: null, match: null, all, []);
    }

    /// <summary>One line of JSON: <c>{"match": true, "captures": {…}}</c>, <c>{"match": false}</c> or <c>{"error": …}</c>; a capture is the list of its tokens' trimmed texts.</summary>
    /// <param name="withDetails">Whether tokens, steps and the part that matched are added.</param>
    public string ToJson(bool withDetails = false)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonOptions))
        {
            writer.WriteStartObject();
            if (Error is not null)
            {
                writer.WriteString("error", Error.ToString());
            }
            else
            {
                writer.WriteBoolean("match", Match is not null);
                WriteCaptures(writer);
                if (withDetails)
                {
                    WriteDetails(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Several lines for people.</summary>
    /// <param name="withSteps">Whether they say which part of the pattern took which tokens.</param>
    public string ToText(bool withSteps = false)
    {
        if (Error is not null)
        {
            return $"invalid pattern, {Error}\n";
        }

        StringBuilder text = new(Match is null ? "no match\n" : $"match: {Match.Text}\n");
        foreach (UtteranceCapture capture in Match?.Captures ?? [])
        {
            text.Append("  ").Append(capture.Name).Append(" = ").Append(Describe(capture)).Append('\n');
        }

        text.Append("tokens: ").AppendJoin(" | ", Tokens.Select(static token => token.Raw.Trim())).Append('\n');
        if (withSteps && !Steps.IsEmpty)
        {
            int width = Steps.Max(static step => step.Rule.Length);
            foreach (MatchReportStep step in Steps)
            {
                string taken = step.Tokens.IsEmpty ? "nothing" : string.Join(" | ", step.Tokens.Select(static token => token.Raw.Trim()));
                text.Append("  ").Append(step.Rule.PadRight(width)).Append(" took ").Append(taken).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Describe(UtteranceCapture capture) => capture.Entity is { } entity
        ? $"{capture.Text} ({entity.Kind} {ValueJson.ToJson(entity.Value)})"
        : capture.Text ?? "nothing";

    private static MatchReportStep ToStep(string pattern, Tokenization tokenization, MatchStep step)
    {
        // Parts of concepts have positions in texts of their own; they are named by their type.
        bool isInside = step.Node.Start + step.Node.Length <= pattern.Length && step.Node.Length > 0;
        string rule = isInside ? pattern.Substring(step.Node.Start, step.Node.Length) : NameOf(step.Node);
        return new MatchReportStep(rule, [.. tokenization.Tokens.AsSpan(step.From, step.To - step.From)]);
    }

    private static string NameOf(PatternNode node) => node.GetType().Name.Replace("Node", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    private void WriteCaptures(Utf8JsonWriter writer)
    {
        if (Match is null)
        {
            return;
        }

        writer.WriteStartObject("captures");
        foreach (UtteranceCapture capture in Match.Captures)
        {
            WriteTokens(writer, capture.Name, capture.Tokens);
        }

        writer.WriteEndObject();
    }

    private void WriteDetails(Utf8JsonWriter writer)
    {
        if (Match is not null)
        {
            writer.WriteString("text", Match.Text);
        }

        WriteTokens(writer, "tokens", Tokens);
        writer.WriteStartArray("steps");
        foreach (MatchReportStep step in Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", step.Rule);
            WriteTokens(writer, "tokens", step.Tokens);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTokens(Utf8JsonWriter writer, string name, ImmutableArray<Token> tokens)
    {
        writer.WriteStartArray(name);
        foreach (Token token in tokens)
        {
            writer.WriteStringValue(token.Raw.Trim());
        }

        writer.WriteEndArray();
    }
}
