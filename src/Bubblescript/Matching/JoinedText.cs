namespace Bubblescript.Matching;

/// <summary>The raw texts of some tokens behind one blank, and where in it each token starts.</summary>
internal sealed class JoinedText
{
    private readonly int[] _offsets;

    public JoinedText(ReadOnlySpan<Token> tokens)
    {
        _offsets = new int[tokens.Length + 1];
        int length = 1;
        for (int i = 0; i < tokens.Length; i++)
        {
            _offsets[i] = length;
            length += tokens[i].Raw.Length;
        }

        _offsets[^1] = length;
        string[] parts = new string[tokens.Length + 1];
        parts[0] = " ";
        for (int i = 0; i < tokens.Length; i++)
        {
            parts[i + 1] = tokens[i].Raw;
        }

        Text = string.Concat(parts);
    }

    /// <summary>A blank and the raw texts.</summary>
    public string Text { get; }

    /// <summary>Where a token starts in <see cref="Text"/>; the length of the text for the position behind the last token.</summary>
    public int OffsetOf(int token) => _offsets[token];

    /// <summary>The token that holds a character, or the number of tokens for the end of the text.</summary>
    public int TokenAt(int offset)
    {
        int found = Array.BinarySearch(_offsets, offset);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }
}
