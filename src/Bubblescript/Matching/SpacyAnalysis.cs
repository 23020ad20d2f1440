namespace Bubblescript.Matching;

/// <summary>What spaCy says about a token (language reference, BML, section 2.3). Immutable.</summary>
/// <param name="Norm">The normalised text, accents dropped.</param>
/// <param name="Lemma">The dictionary form, accents dropped.</param>
/// <param name="PartOfSpeech">The coarse part of speech such as <c>NOUN</c>; <c>EMOJI</c> for emoji.</param>
/// <param name="Tag">The detailed tag such as <c>VBZ</c>.</param>
/// <param name="Emoji">The emoji, or null when the token is none.</param>
public sealed record SpacyAnalysis(string Norm, string Lemma, string PartOfSpeech, string Tag, string? Emoji)
{
    internal bool IsPunctuation => IsPunctuationName(PartOfSpeech) || IsPunctuationName(Tag);

    private static bool IsPunctuationName(string name) => name is "PUNCT" or "SYM" or "EMOJI";
}
