namespace Bubblescript.Matching.Programs;

/// <summary>Whether spaCy gave a token a part of speech or tag.</summary>
internal sealed class PartOfSpeechTest(string tag) : TokenTest
{
    public override bool Matches(Token token, RegexAllowance? allowance) =>
        token.Analysis is { } analysis && (string.Equals(analysis.PartOfSpeech, tag) || string.Equals(analysis.Tag, tag));
}
