namespace Bubblescript.Matching;

/// <summary>Writes English contractions out: "I'm" as "I am", "don't" as "do not" (language reference, BML, section 2.6).</summary>
internal static class ContractionExpander
{
    /// <summary>The tokens with contractions written out, renumbered; null when there are none.</summary>
    public static Token[]? Expand(Token[] tokens)
    {
        List<Token> result = new(tokens.Length + 4);
        bool changed = false;
        foreach (Token token in tokens)
        {
            changed |= token.Kind == TokenKind.Naive && token.Value.Contains('\'')
                ? TryExpandSuffix(token, result) || TryExpandInside(token, result) || Keep(token, result)
                : Keep(token, result);
        }

        return changed ? [.. result] : null;
    }

    private static bool Keep(Token token, List<Token> result)
    {
        result.Add(token.WithIndex(result.Count));
        return false;
    }

    /// <summary>A suffix that is a token of its own: <c>'m</c> after <c>i</c>.</summary>
    private static bool TryExpandSuffix(Token token, List<Token> result)
    {
        if (token.Value[0] != '\'' || result.Count == 0 || result[^1] is not { Kind: TokenKind.Naive } previous || HasSpaceAfter(previous))
        {
            return false;
        }

        if (token.Value is "'t" && previous.Value.EndsWith('n') && previous.Value.Length > 1)
        {
            result.RemoveAt(result.Count - 1);
            AddNegation(previous, previous.Place, previous.Value, token.Place, result);
            return true;
        }

        if (WordOf(token.Value) is not { } word)
        {
            return false;
        }

        result.Add(token.Expand(token.Place, word, result.Count));
        return true;
    }

    /// <summary>A contraction that is one token because its apostrophe is a typographic one.</summary>
    private static bool TryExpandInside(Token token, List<Token> result)
    {
        int apostrophe = token.Value.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe <= 0)
        {
            return false;
        }

        string stem = token.Value[..apostrophe];
        string suffix = token.Value[apostrophe..];
        TokenPlace tail = token.Place.Tail(apostrophe);
        if (suffix is "'t" && stem.EndsWith('n') && stem.Length > 1)
        {
            AddNegation(token, token.Place.Head(apostrophe), stem, tail, result);
            return true;
        }

        if (WordOf(suffix) is not { } word)
        {
            return false;
        }

        result.Add(token.Expand(token.Place.Head(apostrophe), stem, result.Count));
        result.Add(token.Expand(tail, word, result.Count));
        return true;
    }

    private static void AddNegation(Token token, in TokenPlace place, string stem, in TokenPlace tail, List<Token> result)
    {
        string verb = stem switch
        {
            "can" => "can",
            "won" => "will",
            "shan" => "shall",
            "ain" => "is",
            _ => stem[..^1],
        };
        int letters = stem is "can" ? place.Length : place.Length - 1;
        result.Add(token.Expand(place.Head(letters), verb, result.Count));
        TokenPlace negation = TokenPlace.Covering(place.Tail(letters), tail);
        result.Add(token.Expand(negation, "not", result.Count));
    }

    private static string? WordOf(string suffix) => suffix switch
    {
        "'m" => "am",
        "'re" => "are",
        "'s" => "is",
        "'ll" => "will",
        "'ve" => "have",
        "'d" => "would",
        _ => null,
    };

    private static bool HasSpaceAfter(Token token) => token.Place.RawLength > token.Place.Length;
}
