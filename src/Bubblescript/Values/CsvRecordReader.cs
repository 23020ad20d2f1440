using System.Text;

namespace Bubblescript.Values;

/// <summary>Reads the records of a CSV text (RFC 4180) one by one; empty lines are skipped.</summary>
internal sealed class CsvRecordReader(string text, string separator = ",")
{
    private readonly List<string> _cells = [];
    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The 1-based line at which the current record begins.</summary>
    public int Line { get; private set; }

    /// <summary>The number of cells of the current record.</summary>
    public int Count { get; private set; }

    /// <summary>The cells of the current record, if they were asked for.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <param name="keepsCells">Whether the cells are wanted, and not only counted.</param>
    /// <exception cref="DataFormatException">A quote is not closed, or something stands behind a closing quote.</exception>
    public bool Read(bool keepsCells)
    {
        SkipEmptyLines();
        if (_position >= text.Length)
        {
            return false;
        }

        _cells.Clear();
        Count = 0;
        Line = _line;
        do
        {
            ReadCell(keepsCells);
            Count++;
        }
        while (TakeSeparator());
        TakeLineBreak();
        return true;
    }

    private void SkipEmptyLines()
    {
        while (_position < text.Length && text[_position] is '\r' or '\n')
        {
            TakeLineBreak();
        }
    }

    private void ReadCell(bool keepsCell)
    {
        if (_position < text.Length && text[_position] == '"')
        {
            ReadQuotedCell(keepsCell);
            return;
        }

        int end = EndOfPlainCell();
        if (keepsCell)
        {
            _cells.Add(text[_position..end]);
        }

        _position = end;
    }

    private int EndOfPlainCell()
    {
        ReadOnlySpan<char> rest = text.AsSpan(_position);
        if (separator.Length == 1)
        {
            int found = rest.IndexOfAny(separator[0], '\r', '\n');
            return found < 0 ? text.Length : _position + found;
        }

        int line = rest.IndexOfAny('\r', '\n');
        rest = line < 0 ? rest : rest[..line];
        int end = rest.IndexOf(separator);
        return _position + (end < 0 ? rest.Length : end);
    }

    private bool IsAtSeparator() => text.AsSpan(_position).StartsWith(separator);

    private void ReadQuotedCell(bool keepsCell)
    {
        (int line, int column) = (_line, _position - _lineStart + 1);
        int start = _position + 1;
        StringBuilder? unescaped = null;
        while (true)
        {
            int quote = text.IndexOf('"', start);
            if (quote < 0)
            {
                throw new DataFormatException("the quote is not closed", line, column);
            }

            CountLines(start, quote);
            bool isDoubled = quote + 1 < text.Length && text[quote + 1] == '"';
            if (keepsCell && (isDoubled || unescaped is not null))
            {
                (unescaped ??= new StringBuilder()).Append(text, start, quote - start + (isDoubled ? 1 : 0));
            }

            if (!isDoubled)
            {
                if (keepsCell)
                {
                    _cells.Add(unescaped?.ToString() ?? text[start..quote]);
                }

                _position = quote + 1;
                CheckBehindQuote();
                return;
            }

            start = quote + 2;
        }
    }

    private void CheckBehindQuote()
    {
        if (_position < text.Length && text[_position] is not ('\r' or '\n') && !IsAtSeparator())
        {
            string expected = separator == "," ? "a comma" : "the separator";
            throw new DataFormatException($"{expected} or the end of the line must follow the closing quote", _line, _position - _lineStart + 1);
        }
    }

    private void CountLines(int start, int end)
    {
        for (int i = text.IndexOf('\n', start, end - start); i >= 0; i = text.IndexOf('\n', i + 1, end - i - 1))
        {
            _line++;
            _lineStart = i + 1;
        }
    }

    private bool TakeSeparator()
    {
        if (!IsAtSeparator())
        {
            return false;
        }

        _position += separator.Length;
        return true;
    }

    private void TakeLineBreak()
    {
        if (_position < text.Length && text[_position] == '\r')
        {
            _position++;
        }

        if (_position < text.Length && text[_position] == '\n')
        {
            _position++;
        }

        _line++;
        _lineStart = _position;
    }
}
