using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Tables as comma-separated values.</summary>
internal static class CsvText
{
    public static Value Parse(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string separator = arguments[1].AsString()!;
        if (separator.Length == 0 || separator.AsSpan().IndexOfAny("\"\r\n") >= 0)
        {
            return FunctionContext.Fail($"separator must be a text without quotes and line breaks, got {ValueDescription.Describe(arguments[1])}");
        }

        List<string[]> rows = [];
        CsvRecordReader reader = new(arguments[0].AsString()!.TrimStart('\uFEFF'), separator);
        long cells = 0;
        try
        {
            while (reader.Read(keepsCells: true))
            {
                cells += reader.Count;
                if (rows.Count > context.Limits.ListLength || cells > 20L * context.Limits.ListLength)
                {
                    return LimitErrors.List(context.Limits);
                }

                rows.Add([.. reader.Cells]);
            }
        }
        catch (DataFormatException exception)
        {
            return exception.ToError();
        }

        return arguments[2].IsTruthy ? WithHeader(rows) : ListValue.From(rows.Select(static row => Value.From(ListValue.From(row.Select(Value.From)))));
    }

    public static Value Build(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        ListValue list = arguments[0].AsList()!;
        BoundedText text = new(context.Limits.TextLength);
        string separator = arguments[1].AsString()!;
        string[]? header = list.Count > 0 ? list[0].AsMap()?.Keys.ToArray() : null;
        if (header is not null)
        {
            AppendRow(text, header.Select(Value.From), separator, context);
        }

        for (int i = 0; i < list.Count && !text.IsFull; i++)
        {
            if (i > 0 || header is not null)
            {
                text.Append('\n');
            }

            if (header is not null && list[i].AsMap() is { } map)
            {
                AppendRow(text, header.Select(key => map[key]), separator, context);
            }
            else if (header is null && list[i].AsList() is { } row)
            {
                AppendRow(text, row, separator, context);
            }
            else
            {
                return FunctionContext.Fail($"item {i + 1} must be {(header is null ? "list" : "map")} like the first one, got {ValueDescription.Describe(list[i])}");
            }
        }

        return text.IsFull ? LimitErrors.Text(context.Limits) : text.ToString();
    }

    private static ListValue WithHeader(List<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return ListValue.Empty;
        }

        string[] header = rows[0];
        return ListValue.From(rows.Skip(1).Select(row => Value.From(MapValue.From(
            header.Select((key, index) => KeyValuePair.Create(key, index < row.Length ? Value.From(row[index]) : default))))));
    }

    private static void AppendRow(BoundedText text, IEnumerable<Value> cells, string separator, FunctionContext context)
    {
        bool isFirst = true;
        foreach (Value value in cells)
        {
            if (text.IsFull)
            {
                return;
            }

            string cell = ValueText.ToText(value, context.Locale, context.Limits.TextLength);
            text.Append(isFirst ? string.Empty : separator);
            isFirst = false;
            bool isQuoted = cell.AsSpan().IndexOfAny("\"\r\n") >= 0 || (separator.Length > 0 && cell.Contains(separator, StringComparison.Ordinal));
            text.Append(isQuoted ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell);
        }
    }
}
