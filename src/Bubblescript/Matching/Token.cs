namespace Bubblescript.Matching;

/// <summary>A token of a sentence (language reference, BML, section 2). Immutable, safe for use by several threads.</summary>
public sealed class Token
{
    private static readonly string[] NoLemmas = [];

    private readonly TokenPlace _place;
    private readonly object? _detail;
    private readonly bool _isLiteral;
    private string? _raw;
    private string[]? _lemmas;

    private Token(TokenPlace place, TokenKind kind, string value, int index, string? raw, object? detail, string[]? lemmas, bool isLiteral)
    {
        _isLiteral = isLiteral;
        _place = place;
        _raw = raw;
        _detail = detail;
        _lemmas = lemmas;
        Kind = kind;
        Value = value;
        Index = index;
    }

    /// <summary>The token's text and the white space after it.</summary>
    public string Raw => _raw ??= _place.RawText;

    /// <summary>What words are compared with: the normal form of the text.</summary>
    public string Value { get; }

    /// <summary>What made the token.</summary>
    public TokenKind Kind { get; }

    /// <summary>Where the token starts, in code points of the trimmed utterance; 0-based.</summary>
    public int Start => _place.Start;

    /// <summary>Where the token ends, in code points, without the white space after it; exclusive.</summary>
    public int End => _place.End;

    /// <summary>The place among all tokens of the sentence, punctuation included; 0-based.</summary>
    public int Index { get; }

    /// <summary>The entity, or null when the token is none.</summary>
    public RecognizedEntity? Entity => _detail as RecognizedEntity;

    /// <summary>What spaCy says, or null when the token is not from spaCy.</summary>
    public SpacyAnalysis? Analysis => _detail as SpacyAnalysis;

    /// <summary>The dictionary forms that a word of a pattern may equal too (language reference, BML, section 2.6).</summary>
    public IReadOnlyList<string> Lemmas => LemmaArray;

    internal string[] LemmaArray => _lemmas ??= EnglishLemmatizer.GetLemmas(Value);

    internal bool IsPunctuation => Kind == TokenKind.Punctuation || (Kind == TokenKind.Spacy && ((SpacyAnalysis)_detail!).IsPunctuation);

    /// <summary>Whether the value is the normal form of the text.</summary>
    internal bool IsLiteral => _isLiteral;

    internal TokenPlace Place => _place;

    /// <summary>Where the text starts in the text of the sentence, in UTF-16 units.</summary>
    internal int TextOffset => _place.Offset;

    /// <summary>Where the text ends in the text of the sentence, in UTF-16 units, without the white space after it.</summary>
    internal int TextEnd => _place.Offset + _place.Length;

    /// <summary>The normal form of the text; differs from the value of entities, of spaCy tokens and of words that were written out.</summary>
    internal string NormalizedRaw => _isLiteral ? Value : TextNormalizer.Normalize(Raw);

    internal ReadOnlySpan<char> TrimmedRaw => Raw.AsSpan().Trim();

    /// <inheritdoc/>
    public override string ToString() => Raw;

    /// <summary>A word of the built-in tokeniser; English words get lemmas when these are asked for.</summary>
    internal static Token ForWord(TokenPlace place, string value, int index, bool isEnglish) =>
        new(place, TokenKind.Naive, value, index, raw: null, detail: null, isEnglish ? null : NoLemmas, isLiteral: true);

    internal static Token ForPunctuation(TokenPlace place, string value, int index) =>
        new(place, TokenKind.Punctuation, value, index, raw: null, detail: null, NoLemmas, isLiteral: true);

    /// <summary>The text of a named group of a regular expression.</summary>
    internal static Token ForGroup(string text) => new(
        new TokenPlace(text, 0, text.Length, text.Length, 0, 0), TokenKind.Naive, TextNormalizer.Normalize(text), 0, text, detail: null, NoLemmas, isLiteral: true);

    internal static Token ForSpacy(TokenPlace place, string raw, SpacyAnalysis analysis, int index) =>
        new(place, TokenKind.Spacy, analysis.Norm, index, raw, analysis, NoLemmas, isLiteral: false);

    /// <summary>The token of an entity that takes the place of some tokens, or stands beside one when it replaces none.</summary>
    internal static Token ForEntity(RecognizedEntity entity, ReadOnlySpan<Token> replaced, Token neighbour, int index)
    {
        TokenPlace place = replaced.IsEmpty
            ? neighbour._place with { Start = entity.Start, End = entity.End }
            : TokenPlace.Covering(replaced[0]._place, replaced[^1]._place) with { Start = entity.Start, End = entity.End };
        string raw = replaced.IsEmpty ? entity.Raw : Concatenate(replaced);
        return new Token(place, TokenKind.Entity, TextNormalizer.Normalize(entity.Raw), index, raw, entity, NoLemmas, isLiteral: false);
    }

    internal Token WithIndex(int index) => index == Index ? this : new Token(_place, Kind, Value, index, _raw, _detail, _lemmas, _isLiteral);

    /// <summary>A word that stands for another: a part of a contraction.</summary>
    internal Token Expand(TokenPlace place, string value, int index) => new(place, Kind, value, index, raw: null, _detail, lemmas: null, isLiteral: false);

    private static string Concatenate(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length == 1)
        {
            return tokens[0].Raw;
        }

        string[] raws = new string[tokens.Length];
        for (int i = 0; i < raws.Length; i++)
        {
            raws[i] = tokens[i].Raw;
        }

        return string.Concat(raws);
    }
}
