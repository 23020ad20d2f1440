namespace Bubblescript.Matching;

/// <summary>The tokenisations of a sentence in the order in which they are tried, and the complete token lists that entities may be put into.</summary>
internal sealed record TokenizationSet(Tokenization[] All, Token[][] Complete);
