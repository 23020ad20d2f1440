using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>What can be said about a pattern without running it.</summary>
internal static class PatternMeasure
{
    /// <summary>The smallest number of tokens that a match takes.</summary>
    public static int MinimumWidth(PatternNode node) => node switch
    {
        WordNode or CompoundNode or LiteralNode or EntityNode or PartOfSpeechNode => 1,
        RegexNode regex => regex.IsPerToken ? 1 : 0,
        WildcardNode wildcard => wildcard.Minimum,
        GroupNode group => MinimumWidth(group.Body),
        ConceptNode concept => MinimumWidth(concept.Body),
        CaptureNode capture => MinimumWidth(capture.Body),
        RepetitionNode repetition => (int)Math.Min(int.MaxValue, (long)repetition.Minimum * MinimumWidth(repetition.Body)),
        SequenceNode sequence => (int)Math.Min(int.MaxValue, sequence.Items.Sum(static item => (long)MinimumWidth(item))),
        PermutationNode permutation => (int)Math.Min(int.MaxValue, permutation.Items.Sum(static item => (long)MinimumWidth(item))),
        AlternativesNode alternatives => alternatives.Items.Min(MinimumWidth),
        NothingNode => 1,
        _ => 0,
    };

    /// <summary>The test that stands for an element which always takes exactly one token; null for others.</summary>
    /// <param name="node">The element.</param>
    /// <param name="keepsCaptures">Whether elements that capture something are to be refused.</param>
    public static TokenTest? AsTest(PatternNode node, bool keepsCaptures) => node switch
    {
        WordNode word => new WordTest(word.Word),
        EntityNode entity => new EntityTest(entity.Kind),
        PartOfSpeechNode partOfSpeech => new PartOfSpeechTest(partOfSpeech.Tag),
        RegexNode { IsPerToken: true } regex when !keepsCaptures || regex.Expression.GroupNames.Length == 0 => new TokenRegexTest(regex.Expression),
        WildcardNode { Minimum: 1, Maximum: 1 } => AnyTokenTest.Instance,
        GroupNode group => AsTest(group.Body, keepsCaptures),
        ConceptNode concept => AsTest(concept.Body, keepsCaptures),
        CaptureNode capture when !keepsCaptures => AsTest(capture.Body, keepsCaptures),
        AlternativesNode alternatives => AsAnyOf(alternatives, keepsCaptures),
        _ => null,
    };

    /// <summary>The test that the first token of every match passes; null when there is none or a match may take no token.</summary>
    public static TokenTest? FirstTest(PatternNode node) => AsTest(node, keepsCaptures: false) ?? node switch
    {
        CompoundNode compound => new AnyOfTest([.. CompoundTests(compound), new WordTest(compound.First)]),
        GroupNode group => FirstTest(group.Body),
        ConceptNode concept => FirstTest(concept.Body),
        CaptureNode capture => FirstTest(capture.Body),
        RepetitionNode { Minimum: > 0 } repetition => FirstTest(repetition.Body),
        SequenceNode sequence => FirstTest(sequence.Items[0]),
        AlternativesNode alternatives => FirstOfAny(alternatives.Items),
        PermutationNode permutation => FirstOfAny(permutation.Items),
        _ => null,
    };

    /// <summary>The ways in which a compound can be one token.</summary>
    public static WordTest[] CompoundTests(CompoundNode compound) =>
        [new(compound.First + compound.Second), new($"{compound.First}{compound.Separator}{compound.Second}")];

    private static AnyOfTest? FirstOfAny(IReadOnlyList<PatternNode> items)
    {
        TokenTest[] tests = new TokenTest[items.Count];
        for (int i = 0; i < tests.Length; i++)
        {
            if (FirstTest(items[i]) is not { } test)
            {
                return null;
            }

            tests[i] = test;
        }

        return new AnyOfTest(tests);
    }

    private static AnyOfTest? AsAnyOf(AlternativesNode alternatives, bool keepsCaptures)
    {
        TokenTest[] tests = new TokenTest[alternatives.Items.Length];
        for (int i = 0; i < tests.Length; i++)
        {
            if (AsTest(alternatives.Items[i], keepsCaptures) is not { } test)
            {
                return null;
            }

            tests[i] = test;
        }

        return new AnyOfTest(tests);
    }
}
