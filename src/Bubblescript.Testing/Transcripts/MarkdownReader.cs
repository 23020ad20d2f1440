namespace Bubblescript.Testing.Transcripts;

/// <summary>Reads headings and fenced blocks of a Markdown file; everything else is prose.</summary>
internal sealed class MarkdownReader
{
    private readonly string[] _lines;
    private readonly List<MarkdownSection> _sections = [];
    private int _position;

    private MarkdownReader(string text) => _lines = text.ReplaceLineEndings("\n").Split('\n');

    public static IReadOnlyList<MarkdownSection> Read(string text)
    {
        MarkdownReader reader = new(text);
        reader.ReadAll();
        return reader._sections;
    }

    private void ReadAll()
    {
        MarkdownSection current = new(0, "", 1, Parent: null);
        _sections.Add(current);
        while (_position < _lines.Length)
        {
            string line = _lines[_position];
            if (TryReadHeading(line) is { } heading)
            {
                current = new MarkdownSection(heading.Level, heading.Title, _position + 1, FindParent(current, heading.Level));
                _sections.Add(current);
                _position++;
            }
            else if (FenceOf(line) is { Length: > 0 } fence)
            {
                current.Blocks.Add(ReadBlock(fence));
            }
            else
            {
                _position++;
            }
        }
    }

    private static MarkdownSection FindParent(MarkdownSection section, int level)
    {
        while (section.Level >= level)
        {
            section = section.Parent!;
        }

        return section;
    }

    private static (int Level, string Title)? TryReadHeading(string line)
    {
        int level = line.AsSpan().IndexOfAnyExcept('#');
        if (level is < 1 or > 6 || !char.IsWhiteSpace(line[level]))
        {
            return null;
        }

        string title = line[level..].Trim();
        string bare = title.TrimEnd('#');
        return (level, bare.Length < title.Length && (bare.Length == 0 || char.IsWhiteSpace(bare[^1])) ? bare.TrimEnd() : title);
    }

    private static string FenceOf(string line)
    {
        ReadOnlySpan<char> trimmed = line.AsSpan().TrimStart();
        if (trimmed.IsEmpty || trimmed[0] is not ('`' or '~'))
        {
            return "";
        }

        int length = trimmed.IndexOfAnyExcept(trimmed[0]);
        length = length < 0 ? trimmed.Length : length;
        return length >= 3 && !trimmed[length..].Contains('`') ? trimmed[..length].ToString() : "";
    }

    private FencedBlock ReadBlock(string fence)
    {
        string opening = _lines[_position];
        int indent = opening.Length - opening.TrimStart().Length;
        string[] words = opening.Trim()[fence.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int first = ++_position;
        List<string> lines = [];
        while (_position < _lines.Length && !IsClosing(_lines[_position], fence))
        {
            string line = _lines[_position++];
            int blanks = line.AsSpan().IndexOfAnyExcept(' ');
            lines.Add(line[Math.Min(indent, blanks < 0 ? line.Length : blanks)..]);
        }

        _position++;
        return new FencedBlock(words.Length > 0 ? words[0] : "", words.Length > 1 ? words[1..] : [], lines, first + 1);
    }

    private static bool IsClosing(string line, string fence)
    {
        ReadOnlySpan<char> trimmed = line.AsSpan().Trim();
        return trimmed.Length >= fence.Length && trimmed.IndexOfAnyExcept(fence[0]) < 0;
    }
}
