namespace Bubblescript.Matching.Programs;

/// <summary>Whether a token is a word, or has it as a dictionary form (language reference, BML, sections 2.6 and 4).</summary>
internal sealed class WordTest(string word) : TokenTest
{
    public string Word { get; } = word;

    public override bool Matches(Token token, RegexAllowance? allowance) => Is(token, Word);

    public static bool Is(Token token, string word)
    {
        if (string.Equals(token.Value, word))
        {
            return true;
        }

        foreach (string lemma in token.LemmaArray)
        {
            if (string.Equals(lemma, word))
            {
                return true;
            }
        }

        return token.Kind == TokenKind.Spacy && string.Equals(token.Analysis!.Lemma, word);
    }
}
