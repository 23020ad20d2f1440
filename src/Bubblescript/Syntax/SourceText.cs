namespace Bubblescript.Syntax;

/// <summary>The text of one file with the map from offsets to 1-based lines and columns.</summary>
internal sealed class SourceText
{
    private readonly int[] _lineStarts;

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The file's path relative to its bot, with forward slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public int LineCount => _lineStarts.Length;

    /// <summary>The 1-based line of the file at which the text begins, for a text that is a part of one.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>The 1-based column at which the text begins.</summary>
    public int FirstColumn { get; init; } = 1;

    /// <summary>The 1-based line and column of an offset; columns count UTF-16 units.</summary>
    public (int Line, int Column) GetPosition(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        int index = Array.BinarySearch(_lineStarts, offset);
        int line = index >= 0 ? index : ~index - 1;
        return (line + FirstLine, offset - _lineStarts[line] + (line == 0 ? FirstColumn : 1));
    }

    /// <summary>The text of a 1-based line without its line break.</summary>
    public string GetLine(int line)
    {
        int index = line - FirstLine;
        int start = _lineStarts[index];
        int end = index + 1 < _lineStarts.Length ? _lineStarts[index + 1] : Text.Length;
        string blanks = index == 0 ? new string(' ', FirstColumn - 1) : string.Empty;
        return blanks + Text[start..end].TrimEnd('\r', '\n');
    }

    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
