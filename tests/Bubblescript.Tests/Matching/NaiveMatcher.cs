using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bubblescript.Matching;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Tests.Matching;

/// <summary>
/// The declarative definition of BML (sections 4 and 5 of its reference) written down: it enumerates every way to match, in the order of preference, and
/// takes the first. Exponential; gives up (throws) after a number of steps.
/// </summary>
internal sealed class NaiveMatcher
{
    private const int LargestEffort = 300_000;

    private static readonly WildcardNode OneToken = new(0, 0, 1, 1, IsLazy: false);
    private static readonly TimeSpan RegexTime = TimeSpan.FromSeconds(5);

    private readonly Token[] _tokens;
    private int _effort;

    private NaiveMatcher(Token[] tokens) => _tokens = tokens;

    /// <summary>The result in the form of <see cref="MatchRows.Describe(string, string, bool)"/>.</summary>
    public static string Describe(BmlPattern pattern, Utterance utterance)
    {
        foreach (Tokenization tokenization in utterance.Sentences.SelectMany(sentence => sentence.ForKinds(pattern.EntityKinds)))
        {
            if (tokenization.HasEntity && pattern.EntityKinds.IsEmpty)
            {
                continue;
            }

            NaiveMatcher matcher = new([.. tokenization]);
            if (matcher.FindFirst(pattern.Root) is { } found)
            {
                return found.Captures.IsEmpty ? "yes" : string.Join("; ", found.Captures
                    .OrderBy(capture => capture.Key, StringComparer.Ordinal)
                    .Select(capture => $"{capture.Key} = {string.Join(' ', capture.Value.Select(raw => raw.Trim()))}".TrimEnd()));
            }
        }

        return "no";
    }

    private State? FindFirst(PatternNode root)
    {
        PatternNode first = root is SequenceNode sequence ? sequence.Items[0] : root;
        bool isAnchored = first is StartNode or WildcardNode or CaptureNode { Body: StartNode or WildcardNode };
        for (int start = 0; start <= (isAnchored ? 0 : _tokens.Length); start++)
        {
            foreach (State state in Match(root, new State(start, [], ImmutableDictionary<string, ImmutableList<string>>.Empty)))
            {
                return state;
            }
        }

        return null;
    }

    private IEnumerable<State> Match(PatternNode node, State state)
    {
        if (++_effort > LargestEffort)
        {
            throw new TimeoutException();
        }

        return node switch
        {
            GroupNode group => Match(group.Body, state),
            ConceptNode concept => Match(concept.Body, state),
            SequenceNode sequence => MatchAll(sequence.Items, 0, state),
            AlternativesNode alternatives => alternatives.Items.SelectMany(item => Match(item, state)),
            PermutationNode permutation => Orders(permutation.Items).SelectMany(order => MatchAll(WithGaps(order), 0, state)),
            RepetitionNode repetition => Rounds(repetition.Body, repetition.Minimum, repetition.Maximum, repetition.IsLazy, 0, state),
            WildcardNode { Minimum: 1, Maximum: 1 } => One(state, _ => true),
            WildcardNode wildcard => Rounds(OneToken, wildcard.Minimum, wildcard.Maximum, wildcard.IsLazy, 0, state),
            CaptureNode capture => Match(capture.Body, state).Select(end => end.Assign(capture.Name, end.Consumed.Skip(state.Consumed.Count).Select(index => _tokens[index].Raw))),
            CompoundNode compound => MatchCompound(compound, state),
            LiteralNode literal => MatchLiteral(literal.Text, state.Position, state),
            RegexNode { IsPerToken: false } regex => MatchRegex(regex, state),
            StartNode => state.Position < _tokens.Length ? _tokens[state.Position].Index == 0 ? [state] : [] : _tokens.Length == 0 ? [state] : [],
            EndNode => state.Position == _tokens.Length ? [state] : [],
            WordNode word => One(state, token => IsWord(token, word.Word)),
            RegexNode regex => MatchTokenRegex(regex, state),
            EntityNode entity => One(state, token => token.Entity?.Kind == entity.Kind),
            _ => [],
        };
    }

    private static bool IsWord(Token token, string word) => token.Value == word || token.Lemmas.Contains(word);

    private IEnumerable<State> One(State state, Func<Token, bool> test) =>
        state.Position < _tokens.Length && test(_tokens[state.Position]) ? [state.Consume(1)] : [];

    private IEnumerable<State> MatchAll(IReadOnlyList<PatternNode> items, int index, State state) => index == items.Count
        ? [state]
        : Match(items[index], state).SelectMany(next => MatchAll(items, index + 1, next));

    private IEnumerable<State> Rounds(PatternNode body, int minimum, int maximum, bool isLazy, int count, State state)
    {
        if (isLazy && count >= minimum)
        {
            yield return state;
        }

        if (count < maximum)
        {
            foreach (State round in Match(body, state))
            {
                bool isEmpty = round.Consumed.Count == state.Consumed.Count;
                foreach (State end in isEmpty ? [round] : Rounds(body, minimum, maximum, isLazy, count + 1, round))
                {
                    yield return end;
                }
            }
        }

        if (!isLazy && count >= minimum)
        {
            yield return state;
        }
    }

    private static IEnumerable<ImmutableArray<PatternNode>> Orders(ImmutableArray<PatternNode> items) => items.IsEmpty
        ? [[]]
        : items.SelectMany((item, index) => Orders(items.RemoveAt(index)).Select(rest => rest.Insert(0, item)));

    private static PatternNode[] WithGaps(ImmutableArray<PatternNode> items) =>
        [.. items.SelectMany((item, index) => index == 0 ? [item] : new[] { new WildcardNode(0, 0, 0, 5, IsLazy: true), item })];

    private IEnumerable<State> MatchCompound(CompoundNode compound, State state)
    {
        string second = compound.Separator == '\'' ? "'" + compound.Second : compound.Second;
        return One(state, token => IsWord(token, compound.First + compound.Second) || IsWord(token, compound.First + compound.Separator + compound.Second))
            .Concat(One(state, token => IsWord(token, compound.First)).SelectMany(next => One(next, token => IsWord(token, second))));
    }

    private IEnumerable<State> MatchLiteral(string rest, int position, State state)
    {
        if (rest.Length == 0)
        {
            return position > state.Position ? [state.Consume(position - state.Position)] : [];
        }

        string part = position < _tokens.Length ? TextNormalizer.Normalize(_tokens[position].Raw) : string.Empty;
        return part.Length > 0 && rest.StartsWith(part, StringComparison.Ordinal) ? MatchLiteral(rest[part.Length..].TrimStart(), position + 1, state) : [];
    }

    private IEnumerable<State> MatchTokenRegex(RegexNode regex, State state)
    {
        Match match = state.Position < _tokens.Length
            ? Regex.Match(_tokens[state.Position].Raw.Trim(), $"^(?:{regex.Expression.Source})$", RegexOptions.IgnoreCase, RegexTime)
            : System.Text.RegularExpressions.Match.Empty;
        return match.Success ? [AssignGroups(match, state.Consume(1))] : [];
    }

    private static State AssignGroups(Match match, State state) => match.Groups.Cast<Group>()
        .Where(group => !char.IsAsciiDigit(group.Name[0]) && group.Length > 0)
        .Aggregate(state, (next, group) => next.Assign(group.Name, [group.Value]));

    private IEnumerable<State> MatchRegex(RegexNode regex, State state)
    {
        if (state.Position == _tokens.Length)
        {
            yield break;
        }

        string blank = _tokens[state.Position].Index == 0 ? string.Empty : " ";
        string subject = blank + string.Concat(_tokens.Skip(state.Position).Select(token => token.Raw));
        foreach (Match match in Regex.Matches(subject, regex.Expression.Source, RegexOptions.IgnoreCase, RegexTime))
        {
            int end = blank.Length;
            int first = state.Position;
            while (first < _tokens.Length && end + _tokens[first].Raw.Length <= match.Index)
            {
                end += _tokens[first++].Raw.Length;
            }

            int last = first;
            while (last < _tokens.Length && end < match.Index + match.Length)
            {
                end += _tokens[last++].Raw.Length;
            }

            State next = state.Skip(first - state.Position);
            yield return AssignGroups(match, match.Length == 0 ? next : next.Consume(last - first));
        }
    }

    private sealed record State(int Position, ImmutableList<int> Consumed, ImmutableDictionary<string, ImmutableList<string>> Captures)
    {
        public State Consume(int count) => this with { Position = Position + count, Consumed = Consumed.AddRange(Enumerable.Range(Position, count)) };

        public State Skip(int count) => this with { Position = Position + count };

        public State Assign(string name, IEnumerable<string> raws) => this with { Captures = Captures.SetItem(name, [.. raws]) };
    }
}
