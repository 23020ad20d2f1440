namespace Bubblescript.Matching;

/// <summary>The built-in tokeniser (language reference, BML, section 2.1).</summary>
internal static class Tokenizer
{
    private const byte Word = 0;
    private const byte Space = 1;
    private const byte Punctuation = 2;
    private const byte Apostrophe = 3;

    private static readonly byte[] Classes = MakeClasses();
    private static readonly string[] PunctuationTexts = MakePunctuationTexts();

    public static bool IsWhiteSpace(char character) => character is ' ' or (>= '\t' and <= '\r');

    /// <summary>Whether the character can stand in a word; the apostrophe, which can only begin one, is none.</summary>
    public static bool IsWordCharacter(char character) => character >= Classes.Length || Classes[character] == Word;

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim("\t\n\v\f\r ");

    /// <summary>Tokenises a trimmed text.</summary>
    public static TokenizedText Tokenize(string text, bool isEnglish)
    {
        TokenArrayBuilder tokens = new(text.Length);
        int punctuation = 0;
        bool hasApostrophe = false;
        int offset = 0;
        int surrogates = 0;
        while (offset < text.Length)
        {
            int end = ReadWord(text, offset, ref surrogates, out int pairs);
            bool isWord = end > offset;
            end = isWord ? end : offset + 1;
            int rawEnd = SkipWhiteSpace(text, end);
            int start = offset - surrogates + pairs;
            TokenPlace place = new(text, offset, rawEnd - offset, end - offset, start, end - surrogates);
            if (isWord)
            {
                string value = TextNormalizer.Normalize(text.AsSpan(offset, end - offset));
                hasApostrophe |= value.Contains('\'');
                tokens.Add(Token.ForWord(place, value, tokens.Count, isEnglish));
            }
            else
            {
                punctuation++;
                tokens.Add(Token.ForPunctuation(place, PunctuationTexts[text[offset]], tokens.Count));
            }

            offset = rawEnd;
        }

        return new TokenizedText(tokens.ToArray(), punctuation, hasApostrophe);
    }

    /// <summary>The end of the word at an offset, or the offset itself when none starts there.</summary>
    private static int ReadWord(string text, int offset, ref int surrogates, out int pairs)
    {
        pairs = 0;
        int position = offset;
        if (text[position] == '\'' && position + 1 < text.Length && IsWordCharacter(text[position + 1]))
        {
            position++;
        }

        while (position < text.Length && IsWordCharacter(text[position]))
        {
            if (char.IsLowSurrogate(text[position]) && position > 0 && char.IsHighSurrogate(text[position - 1]))
            {
                pairs++;
            }

            position++;
        }

        surrogates += pairs;
        return position;
    }

    private static int SkipWhiteSpace(string text, int position)
    {
        while (position < text.Length && IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[128];
        foreach (char character in "\t\n\v\f\r ")
        {
            classes[character] = Space;
        }

        foreach (char character in "?!@#$%^&*();:,.<>[]\"~`")
        {
            classes[character] = Punctuation;
        }

        classes['\''] = Apostrophe;
        return classes;
    }

    private static string[] MakePunctuationTexts()
    {
        string[] texts = new string[128];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = ((char)i).ToString();
        }

        return texts;
    }
}
