using System.Collections.Immutable;
using System.Text;

namespace Bubblescript.Cli.Translations;

/// <summary>
/// Reads gettext files. Only what the scripts of bots need is understood - one <c>msgid</c> and one <c>msgstr</c> per text -, and everything else is an
/// error, so that no translation is lost unnoticed.
/// </summary>
internal sealed class PoReader
{
    private readonly ImmutableArray<PoEntry>.Builder _entries = ImmutableArray.CreateBuilder<PoEntry>();
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly List<string> _references = [];
    private StringBuilder? _source;
    private StringBuilder? _translation;
    private bool _isFuzzy;
    private int _entryLine;
    private int _line;
    private string _language = "";

    private PoReader()
    {
    }

    /// <exception cref="PoFormatException">The text is no gettext file, or has what the tables of bots do not know.</exception>
    public static PoFile Read(string text)
    {
        PoReader reader = new();
        foreach (string line in text.Split('\n'))
        {
            reader._line++;
            reader.ReadLine(line.Trim());
        }

        reader.EndEntry();
        return new PoFile(reader._language, reader._entries.ToImmutable());
    }

    private void ReadLine(string line)
    {
        if (line.Length == 0)
        {
            EndEntry();
        }
        else if (line[0] == '#')
        {
            ReadComment(line);
        }
        else if (line[0] == '"')
        {
            StringBuilder text = _translation ?? _source ?? throw new PoFormatException(_line, "a string must follow 'msgid' or 'msgstr'");
            text.Append(Unquote(line));
        }
        else
        {
            ReadKeyword(line);
        }
    }

    private void ReadKeyword(string line)
    {
        int end = line.AsSpan().IndexOfAny(' ', '\t');
        string keyword = end < 0 ? line : line[..end];
        string text = end < 0 ? "" : line[end..].TrimStart();
        switch (keyword)
        {
            case "msgid":
                EndEntry();
                _entryLine = _line;
                _source = new StringBuilder(Unquote(text));
                break;
            case "msgstr" when _source is null:
                throw new PoFormatException(_line, "'msgstr' must follow a 'msgid'");
            case "msgstr" when _translation is not null:
                throw new PoFormatException(_line, "the text has two translations; remove one");
            case "msgstr":
                _translation = new StringBuilder(Unquote(text));
                break;
            case "msgctxt":
                throw new PoFormatException(_line, "contexts (msgctxt) are not supported: a text of a bot has one translation per locale");
            case "msgid_plural":
                throw new PoFormatException(_line, "plural forms (msgid_plural) are not supported: use a text for each form");
            default:
                throw new PoFormatException(_line, $"'{keyword}' is not known; a line begins with msgid, msgstr, a double quote or #");
        }
    }

    private void ReadComment(string line)
    {
        // A comment belongs to the text below it.
        if (_translation is not null)
        {
            EndEntry();
        }

        if (line.StartsWith("#,", StringComparison.Ordinal))
        {
            _isFuzzy |= line[2..].Split(',', StringSplitOptions.TrimEntries).Contains("fuzzy", StringComparer.Ordinal);
        }
        else if (line.StartsWith("#:", StringComparison.Ordinal))
        {
            _references.AddRange(line[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private void EndEntry()
    {
        if (_source is null)
        {
            return;
        }

        if (_translation is null)
        {
            throw new PoFormatException(_entryLine, "the text has no 'msgstr'; leave its string empty when there is no translation yet");
        }

        string source = _source.ToString();
        if (!_sources.Add(source))
        {
            throw new PoFormatException(_entryLine, source.Length == 0 ? "the file has two headers" : $"the text \"{source}\" stands in the file twice");
        }

        if (source.Length == 0)
        {
            ReadHeader(_translation.ToString());
        }
        else
        {
            _entries.Add(new PoEntry(source, _translation.ToString()) { References = [.. _references], IsFuzzy = _isFuzzy, Line = _entryLine });
        }

        _source = null;
        _translation = null;
        _references.Clear();
        _isFuzzy = false;
    }

    private void ReadHeader(string header)
    {
        foreach (string line in header.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string name = colon < 0 ? "" : line[..colon];
            string value = line[(colon + 1)..].Trim();
            if (name.Equals("Language", StringComparison.OrdinalIgnoreCase))
            {
                _language = value;
            }
            else if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                && value.Contains("charset=", StringComparison.OrdinalIgnoreCase)
                && !value.Contains("charset=UTF-8", StringComparison.OrdinalIgnoreCase))
            {
                throw new PoFormatException(_entryLine, $"the file says '{value}'; save it as UTF-8");
            }
        }
    }

    private string Unquote(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"')
        {
            throw new PoFormatException(_line, "a string between double quotes is expected");
        }

        StringBuilder text = new();
        for (int i = 1; i < quoted.Length - 1; i++)
        {
            switch (quoted[i])
            {
                case '"':
                    throw new PoFormatException(_line, "a double quote in a text is written \\\"");
                case '\\':
                    i++;
                    text.Append(Unescape(i < quoted.Length - 1 ? quoted[i] : '\0'));
                    break;
                case var character:
                    text.Append(character);
                    break;
            }
        }

        return text.ToString();
    }

    private char Unescape(char character) => character switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '"' or '\\' => character,
        '\0' => throw new PoFormatException(_line, "the string has no closing double quote"),
        _ => throw new PoFormatException(_line, $"the escape '\\{character}' is not known; use \\n, \\t, \\r, \\\" or \\\\"),
    };
}
