using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>Puts entities in the place of tokens (language reference, BML, section 2.5).</summary>
internal static class EntityInsertion
{
    /// <summary>The tokenisations with the entities: without punctuation, then all tokens if there is punctuation; none when nothing could be put in.</summary>
    public static Tokenization[] Tokenize(Token[] complete, ImmutableArray<RecognizedEntity> entities)
    {
        List<Token> tokens = new(complete.Length + entities.Length);
        bool changed;
        if (AreApart(entities) && AreInOrder(complete))
        {
            changed = Merge(complete, entities, tokens);
        }
        else
        {
            tokens.AddRange(complete);
            changed = false;
            foreach (RecognizedEntity entity in entities)
            {
                changed |= TryInsert(tokens, entity);
            }
        }

        if (!changed)
        {
            return [];
        }

        for (int i = 0; i < tokens.Count; i++)
        {
            tokens[i] = tokens[i].WithIndex(i);
        }

        return Sentence.WithoutPunctuationFirst([.. tokens]);
    }

    private static bool AreApart(ImmutableArray<RecognizedEntity> entities)
    {
        for (int i = 1; i < entities.Length; i++)
        {
            if (entities[i].Start < entities[i - 1].End)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreInOrder(Token[] tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].End <= tokens[i].Start || (i > 0 && tokens[i].Start < tokens[i - 1].End))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts all entities in at once, when neither they nor the tokens overlap.</summary>
    private static bool Merge(Token[] complete, ImmutableArray<RecognizedEntity> entities, List<Token> tokens)
    {
        bool changed = false;
        int next = 0;
        foreach (RecognizedEntity entity in entities)
        {
            while (next < complete.Length && complete[next].End <= entity.Start)
            {
                tokens.Add(complete[next++]);
            }

            int last = next;
            while (last < complete.Length && complete[last].End < entity.End)
            {
                last++;
            }

            bool startFits = next < complete.Length && complete[next].Start == entity.Start;
            bool endFits = last < complete.Length && complete[last].End == entity.End;
            changed |= startFits || endFits;
            if (startFits)
            {
                Token[] replaced = endFits ? complete[next..(last + 1)] : [];
                tokens.Add(Token.ForEntity(entity, replaced, complete[next], tokens.Count));
                next += replaced.Length;
            }
            else if (endFits)
            {
                tokens.AddRange(complete[next..(last + 1)]);
                tokens.Add(Token.ForEntity(entity, [], complete[last], tokens.Count));
                next = last + 1;
            }
        }

        tokens.AddRange(complete.AsSpan(next));
        return changed;
    }

    private static bool TryInsert(List<Token> tokens, RecognizedEntity entity)
    {
        int first = tokens.FindIndex(token => token.Start == entity.Start);
        int last = tokens.FindIndex(Math.Max(first, 0), token => token.End == entity.End);
        if (first < 0 && last < 0)
        {
            return false;
        }

        if (first >= 0 && last >= 0)
        {
            Token[] replaced = [.. tokens[first..(last + 1)]];
            tokens.RemoveRange(first, replaced.Length);
            tokens.Insert(first, Token.ForEntity(entity, replaced, replaced[0], first));
        }
        else if (first >= 0)
        {
            tokens.Insert(first, Token.ForEntity(entity, [], tokens[first], first));
        }
        else
        {
            tokens.Insert(last + 1, Token.ForEntity(entity, [], tokens[last], last + 1));
        }

        return true;
    }
}
