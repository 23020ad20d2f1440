namespace Bubblescript.Matching;

/// <summary>A text whose positions are counted in code points.</summary>
internal sealed class CodePointText(string text)
{
    private readonly bool _isBasic = !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    /// <summary>The number of code points of a text.</summary>
    public static int Count(string text)
    {
        int pairs = 0;
        for (int i = 1; i < text.Length; i++)
        {
            pairs += char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return text.Length - pairs;
    }

    /// <summary>The UTF-16 offset of a position; the end for positions behind the text.</summary>
    public int OffsetOf(int position)
    {
        if (_isBasic)
        {
            return Math.Clamp(position, 0, text.Length);
        }

        int offset = 0;
        for (int i = 0; i < position && offset < text.Length; i++)
        {
            offset += offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;
        }

        return offset;
    }

    public string Between(int start, int end)
    {
        int offset = OffsetOf(start);
        return text[offset..Math.Max(offset, OffsetOf(end))];
    }
}
