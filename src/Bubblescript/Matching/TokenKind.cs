namespace Bubblescript.Matching;

/// <summary>What made a token (language reference, BML, section 2).</summary>
public enum TokenKind
{
    /// <summary>A word, made by the built-in tokeniser.</summary>
    Naive,

    /// <summary>A punctuation character, made by the built-in tokeniser.</summary>
    Punctuation,

    /// <summary>A token of a spaCy document.</summary>
    Spacy,

    /// <summary>An entity, made by an entity recogniser.</summary>
    Entity,
}
