using System.Collections.Immutable;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching;

/// <summary>
/// Words without which a pattern cannot match: of each set at least one must occur in the sentence. An entry that begins with <c>[</c> is the kind of an
/// entity that must occur. Immutable.
/// </summary>
internal sealed class PatternRequirements
{
    public const char KindMark = '[';

    private const int LargestSet = 64;

    private PatternRequirements(ImmutableArray<ImmutableArray<string>> sets) => Sets = sets;

    /// <summary>The sets; an empty set means that the pattern matches nothing.</summary>
    public ImmutableArray<ImmutableArray<string>> Sets { get; }

    public static PatternRequirements Of(BmlPattern pattern)
    {
        List<ImmutableArray<string>> sets = [];
        new Collector(!pattern.EntityKinds.IsEmpty).Collect(pattern.Root, sets);
        return new PatternRequirements([.. sets]);
    }

    /// <summary>Whether the words of a sentence allow a match; entities are not looked at.</summary>
    public bool AreMetBy(Sentence sentence)
    {
        foreach (ImmutableArray<string> set in Sets)
        {
            bool isMet = false;
            foreach (string word in set)
            {
                isMet |= word[0] == KindMark || sentence.Words.Contains(word);
            }

            if (!isMet)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Walks the parts of a pattern that every match must go through.</summary>
    private sealed class Collector(bool namesEntities)
    {
        public void Collect(PatternNode node, List<ImmutableArray<string>> sets)
        {
            switch (node)
            {
                case WordNode word:
                    AddWords(sets, word.Word);
                    break;
                case CompoundNode compound:
                    AddWords(sets, compound.First + compound.Second, $"{compound.First}{compound.Separator}{compound.Second}", compound.First);
                    break;
                case LiteralNode literal:
                    AddPrefixes(sets, literal.Text);
                    break;
                case EntityNode entity:
                    sets.Add([KindMark + entity.Kind]);
                    break;
                case GroupNode group:
                    Collect(group.Body, sets);
                    break;
                case ConceptNode concept:
                    Collect(concept.Body, sets);
                    break;
                case CaptureNode capture:
                    Collect(capture.Body, sets);
                    break;
                case RepetitionNode { Minimum: > 0 } repetition:
                    Collect(repetition.Body, sets);
                    break;
                case SequenceNode sequence:
                    CollectAll(sequence.Items, sets);
                    break;
                case PermutationNode permutation:
                    CollectAll(permutation.Items, sets);
                    break;
                case AlternativesNode alternatives:
                    CollectAny(alternatives.Items, sets);
                    break;
                case NothingNode:
                    sets.Add([]);
                    break;
            }
        }

        private void CollectAll(ImmutableArray<PatternNode> items, List<ImmutableArray<string>> sets)
        {
            foreach (PatternNode item in items)
            {
                Collect(item, sets);
            }
        }

        /// <summary>One set that joins the most telling set of each alternative.</summary>
        private void CollectAny(ImmutableArray<PatternNode> items, List<ImmutableArray<string>> sets)
        {
            ImmutableArray<string>.Builder union = ImmutableArray.CreateBuilder<string>();
            foreach (PatternNode item in items)
            {
                List<ImmutableArray<string>> own = [];
                Collect(item, own);
                if (own.Count == 0 || union.Count + own.Min(static set => set.Length) > LargestSet)
                {
                    return;
                }

                union.AddRange(own.MinBy(static set => set.Length));
            }

            sets.Add(union.ToImmutable());
        }

        /// <summary>
        /// An entity that covers a part of a token can stand for a text that no token has. The built-in recognisers cut tokens at digits only, so words with
        /// digits are no requirement of patterns that name entities.
        /// </summary>
        private void AddWords(List<ImmutableArray<string>> sets, params ReadOnlySpan<string> words)
        {
            foreach (string word in words)
            {
                if (namesEntities && word.AsSpan().ContainsAnyInRange('0', '9'))
                {
                    return;
                }
            }

            sets.Add([.. words]);
        }

        /// <summary>The first token that a literal takes spells a beginning of it.</summary>
        private void AddPrefixes(List<ImmutableArray<string>> sets, string text)
        {
            if (namesEntities || text.Length > LargestSet)
            {
                return;
            }

            ImmutableArray<string>.Builder prefixes = ImmutableArray.CreateBuilder<string>();
            for (int length = 1; length <= text.Length; length++)
            {
                if (!char.IsWhiteSpace(text[length - 1]) && text[0] != KindMark)
                {
                    prefixes.Add(text[..length]);
                }
            }

            if (text.Length == 0 || prefixes.Count > 0)
            {
                sets.Add(prefixes.ToImmutable());
            }
        }
    }
}
