using Bubblescript.Values;

namespace Bubblescript.Binding.DataFiles;

/// <summary>A table: the first row is the keys, every other one a map of texts (language reference, section 6).</summary>
internal sealed class CsvTable
{
    private readonly string _text;

    private CsvTable(string text, string[] header, int rowCount)
    {
        _text = text;
        Header = header;
        RowCount = rowCount;
    }

    public string[] Header { get; }

    public int RowCount { get; }

    /// <summary>Checks the whole text without making values.</summary>
    /// <exception cref="DataFormatException">A quote is not closed, a key is missing or stands twice, or a row has more cells than there are keys.</exception>
    public static CsvTable Open(string text)
    {
        CsvRecordReader reader = new(text);
        if (!reader.Read(keepsCells: true))
        {
            return new CsvTable(text, [], 0);
        }

        string[] header = [.. reader.Cells.Select(static cell => cell.Trim())];
        CheckHeader(header, reader.Line);
        int rows = 0;
        while (reader.Read(keepsCells: false))
        {
            if (reader.Count > header.Length)
            {
                throw new DataFormatException(FormattableString.Invariant($"the row has {reader.Count} cells, but there are {header.Length} columns"), reader.Line, 1);
            }

            rows++;
        }

        return new CsvTable(text, header, rows);
    }

    /// <summary>The rows as maps; a row with fewer cells lacks the last keys.</summary>
    public ListValue ToList()
    {
        CsvRecordReader reader = new(_text);
        reader.Read(keepsCells: false);
        Value[] rows = new Value[RowCount];
        for (int i = 0; i < rows.Length && reader.Read(keepsCells: true); i++)
        {
            KeyValuePair<string, Value>[] entries = new KeyValuePair<string, Value>[reader.Count];
            for (int column = 0; column < entries.Length; column++)
            {
                entries[column] = KeyValuePair.Create(Header[column], Value.From(reader.Cells[column]));
            }

            rows[i] = MapValue.OwnDistinct(entries);
        }

        return ListValue.Own(rows);
    }

    private static void CheckHeader(string[] header, int line)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
            {
                throw new DataFormatException(FormattableString.Invariant($"column {i + 1} has no name in the first row"), line, 1);
            }

            if (!keys.Add(header[i]))
            {
                throw new DataFormatException($"the column '{header[i]}' stands twice in the first row", line, 1);
            }
        }
    }
}
