using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bubblescript.Cli.Translations;

/// <summary>Reads a table of translations with its comments. The file is one that a bot was loaded with, so its form is known to be right.</summary>
internal static class TranslationTableReader
{
    /// <exception cref="YamlException">The text is no YAML.</exception>
    public static TranslationTable Read(string text)
    {
        List<(TableEntry Entry, int Line)> entries = ReadEntries(text, out bool isBlock);
        string[] lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (entries.Count == 0)
        {
            return new TranslationTable([], [.. lines.Where(static line => line.StartsWith('#'))]);
        }

        bool isLineByLine = isBlock
            && entries.TrueForAll(item => lines[item.Line - 1] is { Length: > 0 } line && line[0] != ' ')
            && entries.Select(static item => item.Line).Distinct().Count() == entries.Count;
        return isLineByLine ? WithLines(entries, lines) : new TranslationTable([.. entries.Select(static item => item.Entry)], []);
    }

    private static TranslationTable WithLines(List<(TableEntry Entry, int Line)> entries, string[] lines)
    {
        ImmutableArray<TableEntry>.Builder result = ImmutableArray.CreateBuilder<TableEntry>(entries.Count);
        int above = 0;
        for (int i = 0; i < entries.Count; i++)
        {
            int start = entries[i].Line - 1;
            int end = i + 1 < entries.Count ? entries[i + 1].Line - 1 : lines.Length;
            while (end > start + 1 && IsBetweenEntries(lines[end - 1]))
            {
                end--;
            }

            string[] comments = lines[above..start];
            result.Add(entries[i].Entry with
            {
                Above = [.. comments.Where(static line => line is not TranslationTable.ObsoleteMark)],
                Written = [.. lines[start..end]],
                IsObsolete = comments.Contains(TranslationTable.ObsoleteMark, StringComparer.Ordinal),
            });
            above = end;
        }

        return new TranslationTable(result.MoveToImmutable(), [.. lines[above..].Where(static line => line is not "...")]);
    }

    /// <summary>At the left edge, neither a comment nor a blank line behind a text belongs to it.</summary>
    private static bool IsBetweenEntries(string line) => line.Length == 0 || line[0] == '#' || line is "...";

    private static List<(TableEntry Entry, int Line)> ReadEntries(string text, out bool isBlock)
    {
        List<(TableEntry, int)> entries = [];
        isBlock = false;
        Parser parser = new(new StringReader(text));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out MappingStart? map))
        {
            return entries;
        }

        isBlock = map!.Style == MappingStyle.Block;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = parser.Consume<Scalar>();
            bool isText = parser.Accept<Scalar>(out Scalar? value) && key is not { Value: "<<", Style: ScalarStyle.Plain };
            parser.SkipThisAndNestedEvents();
            entries.Add((new TableEntry(key.Value, isText && !IsNull(value!) ? value!.Value : null) { IsText = isText }, (int)key.Start.Line));
        }

        return entries;
    }

    private static bool IsNull(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };
}
