using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>Puts entities in the place of tokens (language reference, BML, section 2.5).</summary>
internal static class EntityInsertion
{
    /// <summary>The tokenisations with the entities: without punctuation, then all tokens if there is punctuation; none when nothing could be put in.</summary>
    public static Tokenization[] Tokenize(Token[] complete, ImmutableArray<RecognizedEntity> entities)
    {
        List<Token> tokens = [.. complete];
        bool changed = false;
        foreach (RecognizedEntity entity in entities)
        {
            changed |= TryInsert(tokens, entity);
        }

        return changed ? Sentence.WithoutPunctuationFirst([.. tokens]) : [];
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

        Renumber(tokens);
        return true;
    }

    private static void Renumber(List<Token> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            tokens[i] = tokens[i].WithIndex(i);
        }
    }
}
