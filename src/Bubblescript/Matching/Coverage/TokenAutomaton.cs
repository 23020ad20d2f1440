using Bubblescript.Matching.Patterns;
using Bubblescript.Matching.Programs;

namespace Bubblescript.Matching.Coverage;

/// <summary>
/// A pattern as a finite automaton over tokens, for whole sentences: the tokens in front of a match and behind it included. State 0 is the beginning.
/// </summary>
internal sealed class TokenAutomaton
{
    private const int LargestSize = 600;
    private const int LargestPermutation = 4;

    private readonly List<List<Edge>> _edges = [];
    private readonly bool _seesEntities;
    private readonly bool _mayOverstate;

    private TokenAutomaton(bool seesEntities, bool mayOverstate)
    {
        _seesEntities = seesEntities;
        _mayOverstate = mayOverstate;
    }

    /// <summary>The state behind the match.</summary>
    public int Accept { get; private set; }

    /// <summary>Makes the automaton of a pattern; null when it would be too large.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="seesEntities">Whether entities are tokens; otherwise they are runs of any tokens.</param>
    /// <param name="mayOverstate">Whether what cannot be told exactly may accept too much; otherwise it accepts nothing.</param>
    public static TokenAutomaton? Build(BmlPattern pattern, bool seesEntities, bool mayOverstate)
    {
        TokenAutomaton automaton = new(seesEntities, mayOverstate);
        int start = automaton.NewState();
        if (!pattern.Program.IsAnchored)
        {
            automaton.Add(start, EdgeKind.AnyToken, start);
            int begin = automaton.NewState();
            automaton.Add(start, EdgeKind.Free, begin);
            start = begin;
        }

        int accept = automaton.Append(start, pattern.Root);
        automaton.Accept = accept;
        automaton.Add(accept, EdgeKind.AnyToken, accept);
        return automaton._edges.Count <= LargestSize ? automaton : null;
    }

    public IReadOnlyList<Edge> EdgesOf(int state) => _edges[state];

    private bool IsFull => _edges.Count > LargestSize;

    private int NewState()
    {
        _edges.Add([]);
        return _edges.Count - 1;
    }

    private void Add(int from, EdgeKind kind, int target, string? label = null) => _edges[from].Add(new Edge(kind, label, target));

    private int AppendEdge(int from, EdgeKind kind, string? label = null)
    {
        int target = NewState();
        Add(from, kind, target, label);
        return target;
    }

    /// <summary>Appends a part of the pattern behind a state and gives the state behind it.</summary>
    private int Append(int from, PatternNode node)
    {
        if (IsFull)
        {
            return from;
        }

        return node switch
        {
            WordNode word => AppendEdge(from, EdgeKind.Token, "w" + word.Word),
            PartOfSpeechNode partOfSpeech => AppendEdge(from, EdgeKind.Token, "%" + partOfSpeech.Tag),
            RegexNode { IsPerToken: true } regex => AppendEdge(from, EdgeKind.Token, "/" + regex.Expression.Source),
            EntityNode entity => AppendEntity(from, entity),
            LiteralNode literal => AppendLiteral(from, literal.Text),
            CompoundNode compound => AppendCompound(from, compound),
            WildcardNode wildcard => AppendRounds(from, wildcard.Minimum, wildcard.Maximum, state => AppendEdge(state, EdgeKind.AnyToken)),
            GroupNode group => Append(from, group.Body),
            ConceptNode concept => Append(from, concept.Body),
            CaptureNode capture => Append(from, capture.Body),
            SequenceNode sequence => sequence.Items.Aggregate(from, Append),
            AlternativesNode alternatives => AppendAny(from, alternatives.Items.Select(item => (Func<int, int>)(state => Append(state, item)))),
            RepetitionNode repetition => AppendRounds(from, repetition.Minimum, repetition.Maximum, state => Append(state, repetition.Body)),
            PermutationNode permutation => AppendPermutation(from, permutation),
            StartNode => AppendEdge(from, EdgeKind.Start),
            EndNode => AppendEdge(from, EdgeKind.End),
            RegexNode => AppendUnknown(from),
            _ => NewState(),
        };
    }

    /// <summary>Any run of tokens, or nothing at all when that would be too much.</summary>
    private int AppendUnknown(int from) =>
        _mayOverstate ? AppendRounds(from, 0, int.MaxValue, state => AppendEdge(state, EdgeKind.AnyToken)) : NewState();

    private int AppendEntity(int from, EntityNode entity) => _seesEntities ? AppendEdge(from, EdgeKind.Token, "[" + entity.Kind) : AppendUnknown(from);

    private int AppendLiteral(int from, string text)
    {
        if (text.Length == 0)
        {
            return NewState();
        }

        int inside = AppendEdge(from, EdgeKind.LiteralStart, text);
        Add(inside, EdgeKind.LiteralRest, inside, text);
        return AppendEdge(inside, EdgeKind.Free);
    }

    private int AppendCompound(int from, CompoundNode compound)
    {
        int target = NewState();
        foreach (WordTest test in PatternMeasure.CompoundTests(compound))
        {
            Add(from, EdgeKind.Token, target, "w" + test.Word);
        }

        int middle = AppendEdge(from, EdgeKind.Token, "w" + compound.First);
        Add(middle, EdgeKind.Token, target, "w" + (compound.Separator == '\'' ? "'" : string.Empty) + compound.Second);
        return target;
    }

    private int AppendAny(int from, IEnumerable<Func<int, int>> ways)
    {
        int target = NewState();
        foreach (Func<int, int> way in ways)
        {
            Add(way(AppendEdge(from, EdgeKind.Free)), EdgeKind.Free, target);
        }

        return target;
    }

    private int AppendRounds(int from, int minimum, int maximum, Func<int, int> append)
    {
        int state = from;
        for (int round = 0; round < minimum && !IsFull; round++)
        {
            state = append(state);
        }

        int target = NewState();
        Add(state, EdgeKind.Free, target);
        if (maximum == int.MaxValue)
        {
            int loop = AppendEdge(state, EdgeKind.Free);
            int end = append(loop);
            Add(end, EdgeKind.Free, loop);
            Add(end, EdgeKind.Free, target);
            return target;
        }

        for (int round = minimum; round < maximum && !IsFull; round++)
        {
            state = append(AppendEdge(state, EdgeKind.Free));
            Add(state, EdgeKind.Free, target);
        }

        return target;
    }

    private int AppendPermutation(int from, PermutationNode permutation)
    {
        if (permutation.Items.Length > LargestPermutation)
        {
            return AppendUnknown(from);
        }

        IEnumerable<int[]> orders = [[]];
        for (int length = 0; length < permutation.Items.Length; length++)
        {
            orders = orders.SelectMany(order => Enumerable.Range(0, permutation.Items.Length).Except(order).Select(next => (int[])[.. order, next]));
        }

        return AppendAny(from, orders.Select(order => (Func<int, int>)(state => AppendOrder(state, permutation, order))));
    }

    private int AppendOrder(int from, PermutationNode permutation, int[] order)
    {
        int state = from;
        for (int i = 0; i < order.Length; i++)
        {
            state = i == 0 ? state : AppendRounds(state, 0, 5, inner => AppendEdge(inner, EdgeKind.AnyToken));
            state = Append(state, permutation.Items[order[i]]);
        }

        return state;
    }
}
