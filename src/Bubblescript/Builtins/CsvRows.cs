using System.Text;

namespace Bubblescript.Builtins;

/// <summary>
/// Reads the rows of a table (RFC 4180). Blank lines are left out; a quote inside an unquoted cell is part of it, and a quoted cell that is never
/// closed ends with the text.
/// </summary>
internal ref struct CsvRows(ReadOnlySpan<char> text, string separator)
{
    private ReadOnlySpan<char> _rest = text.StartsWith("\uFEFF") ? text[1..] : text;

    public bool TryRead(out string[] row)
    {
        while (!_rest.IsEmpty && _rest[0] is '\r' or '\n')
        {
            _rest = _rest[1..];
        }

        row = [];
        if (_rest.IsEmpty)
        {
            return false;
        }

        List<string> cells = [];
        do
        {
            cells.Add(ReadCell());
        }
        while (TrySkipSeparator());
        row = [.. cells];
        return true;
    }

    private bool TrySkipSeparator()
    {
        bool isSeparator = _rest.StartsWith(separator);
        _rest = isSeparator ? _rest[separator.Length..] : _rest;
        return isSeparator;
    }

    private string ReadCell() => _rest.StartsWith("\"") ? ReadQuoted() : ReadPlain();

    private string ReadPlain()
    {
        int line = _rest.IndexOfAny('\r', '\n');
        ReadOnlySpan<char> rest = line < 0 ? _rest : _rest[..line];
        int end = rest.IndexOf(separator);
        ReadOnlySpan<char> cell = end < 0 ? rest : rest[..end];
        _rest = _rest[cell.Length..];
        return cell.ToString();
    }

    private string ReadQuoted()
    {
        StringBuilder cell = new();
        _rest = _rest[1..];
        while (!_rest.IsEmpty)
        {
            int quote = _rest.IndexOf('"');
            if (quote < 0)
            {
                cell.Append(_rest);
                _rest = default;
                break;
            }

            cell.Append(_rest[..quote]);
            _rest = _rest[(quote + 1)..];
            if (!_rest.StartsWith("\""))
            {
                break;
            }

            cell.Append('"');
            _rest = _rest[1..];
        }

        return cell.Append(ReadPlain()).ToString();
    }
}
