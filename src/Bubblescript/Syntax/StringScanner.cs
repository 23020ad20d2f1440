using System.Buffers;

namespace Bubblescript.Syntax;

/// <summary>
/// Finds the ends of strings and interpolations. Strings may span lines, so a missing quote would turn all later strings inside out;
/// such strings are recognised by what follows their supposed end.
/// </summary>
internal sealed class StringScanner(string text, bool distrustsLines)
{
    /// <summary>How deeply strings may nest in the interpolations of others.</summary>
    public const int MaximumDepth = 32;

    private const string AfterString = ",)]}.+-*/=<>!|&;:";

    private static readonly SearchValues<char> DoubleStops = SearchValues.Create('"', '\\', '#');
    private static readonly SearchValues<char> SingleStops = SearchValues.Create('\'', '\\', '#');
    private static readonly SearchValues<char> HeredocStops = SearchValues.Create('\n', '\\', '#');
    private static readonly SearchValues<char> CodeStops = SearchValues.Create('"', '\'', '{', '}', '#');

    /// <summary>Scans the string whose opening quote stands at the index.</summary>
    public StringScan Scan(int quote) => Scan(quote, 0);

    /// <summary>The index behind the <c>}</c> of the interpolation whose code begins at the index, or -1.</summary>
    public int FindInterpolationEnd(int index)
    {
        StringScanStatus status = StringScanStatus.Complete;
        return ScanInterpolation(index, 0, ref status);
    }

    private StringScan Scan(int quote, int depth)
    {
        char mark = text[quote];
        bool isHeredoc = quote + 2 < text.Length && text[quote + 1] == mark && text[quote + 2] == mark;
        return isHeredoc ? ScanHeredoc(quote, mark, depth) : ScanQuoted(quote, mark, depth);
    }

    private StringScan ScanQuoted(int quote, char mark, int depth)
    {
        SearchValues<char> stops = mark == '"' ? DoubleStops : SingleStops;
        bool hasInterpolation = false;
        int index = quote + 1;
        while (true)
        {
            int stop = index < text.Length ? text.AsSpan(index).IndexOfAny(stops) : -1;
            if (stop < 0)
            {
                return GiveUp(quote, StringScanStatus.Unterminated);
            }

            index += stop;
            if (text[index] == mark)
            {
                StringScan scan = new(StringScanStatus.Complete, quote + 1, index, index + 1, IsHeredoc: false, hasInterpolation);
                return IsPlausible(scan) ? scan : GiveUp(quote, StringScanStatus.Unterminated);
            }

            if (text[index] == '#' && index + 1 < text.Length && text[index + 1] == '{')
            {
                StringScanStatus status = StringScanStatus.UnterminatedInterpolation;
                int end = ScanInterpolation(index + 2, depth, ref status);
                if (end < 0)
                {
                    return GiveUp(quote, status);
                }

                hasInterpolation = true;
                index = end;
            }
            else
            {
                index += text[index] == '\\' ? 2 : 1;
            }
        }
    }

    private StringScan ScanHeredoc(int quote, char mark, int depth)
    {
        int content = FindHeredocContent(quote + 3);
        bool hasInterpolation = false;
        int index = content;
        bool atLineStart = content != quote + 3;
        while (true)
        {
            if (atLineStart && FindClosingMark(index, mark) is var closing and >= 0)
            {
                return new StringScan(StringScanStatus.Complete, content, index, closing + 3, IsHeredoc: true, hasInterpolation);
            }

            atLineStart = false;
            int stop = index < text.Length ? text.AsSpan(index).IndexOfAny(HeredocStops) : -1;
            if (stop < 0)
            {
                return new StringScan(StringScanStatus.Unterminated, content, text.Length, FindItemLine(content), IsHeredoc: true, HasInterpolation: false);
            }

            index += stop;
            switch (text[index])
            {
                case '\n':
                    index++;
                    atLineStart = true;
                    break;
                case '#' when index + 1 < text.Length && text[index + 1] == '{':
                    StringScanStatus status = StringScanStatus.UnterminatedInterpolation;
                    int end = ScanInterpolation(index + 2, depth, ref status);
                    if (end < 0)
                    {
                        return GiveUp(quote, status);
                    }

                    hasInterpolation = true;
                    index = end;
                    break;
                case '\\' when index + 1 < text.Length && text[index + 1] is not ('\n' or '\r'):
                    index += 2;
                    break;
                default:
                    index++;
                    break;
            }
        }
    }

    /// <summary>Where a heredoc's text begins: behind the line break that follows its mark, if nothing else stands there.</summary>
    private int FindHeredocContent(int markEnd)
    {
        int index = markEnd;
        while (index < text.Length && CharacterClasses.IsBlank(text[index]))
        {
            index++;
        }

        return index < text.Length && text[index] == '\n' ? index + 1 : markEnd;
    }

    private int FindClosingMark(int lineStart, char mark)
    {
        int index = lineStart;
        while (index < text.Length && text[index] != '\n' && CharacterClasses.IsBlank(text[index]))
        {
            index++;
        }

        return index + 2 < text.Length && text[index] == mark && text[index + 1] == mark && text[index + 2] == mark ? index : -1;
    }

    private int ScanInterpolation(int index, int depth, ref StringScanStatus status)
    {
        if (depth >= MaximumDepth)
        {
            status = StringScanStatus.TooDeep;
            return -1;
        }

        int braces = 0;
        while (true)
        {
            int stop = index < text.Length ? text.AsSpan(index).IndexOfAny(CodeStops) : -1;
            if (stop < 0)
            {
                return -1;
            }

            index += stop;
            switch (text[index])
            {
                case '{':
                    braces++;
                    index++;
                    break;
                case '}' when braces == 0:
                    return index + 1;
                case '}':
                    braces--;
                    index++;
                    break;
                case '#':
                    index = CharacterClasses.FindLineEnd(text, index);
                    break;
                default:
                    StringScan inner = Scan(index, depth + 1);
                    if (inner.Status != StringScanStatus.Complete)
                    {
                        status = inner.Status == StringScanStatus.TooDeep ? inner.Status : status;
                        return -1;
                    }

                    index = inner.End;
                    break;
            }
        }
    }

    private StringScan GiveUp(int quote, StringScanStatus status)
    {
        int end = CharacterClasses.FindLineEnd(text, quote);
        return new StringScan(status, quote + 1, end, end, IsHeredoc: false, HasInterpolation: false);
    }

    private bool IsPlausible(StringScan scan)
    {
        ReadOnlySpan<char> content = text.AsSpan(scan.ContentStart, scan.ContentEnd - scan.ContentStart);
        if (!content.Contains('\n'))
        {
            return true;
        }

        if (scan.End < text.Length && !IsPlausibleAfterString(scan.End))
        {
            return false;
        }

        return !distrustsLines || !HasCodeLine(content);
    }

    private bool IsPlausibleAfterString(int index)
    {
        char next = text[index];
        return CharacterClasses.IsWhiteSpace(next)
            || (next == '[' && !distrustsLines)
            || (CharacterClasses.IsNamePart(next) && Words.KindOf(text.AsSpan(index, CharacterClasses.FindNameEnd(text, index) - index)) is >= TokenKind.And and <= TokenKind.Else)
            || AfterString.Contains(next, StringComparison.Ordinal)
            || (next == '#' && !(index + 1 < text.Length && text[index + 1] == '{'));
    }

    private static bool HasCodeLine(ReadOnlySpan<char> content)
    {
        bool isFirst = true;
        foreach (ReadOnlySpan<char> line in content.EnumerateLines())
        {
            ReadOnlySpan<char> trimmed = line.Trim();
            int length = 0;
            while (length < trimmed.Length && CharacterClasses.IsNamePart(trimmed[length]))
            {
                length++;
            }

            bool isWhole = length == trimmed.Length || trimmed[length] == ' ';
            if (!isFirst && length > 1 && isWhole && Words.KindOf(trimmed[..length]) is not (TokenKind.Name or TokenKind.True or TokenKind.False or TokenKind.Nil))
            {
                return true;
            }

            isFirst = false;
        }

        return false;
    }

    private int FindItemLine(int index)
    {
        while (true)
        {
            int newline = index < text.Length ? text.AsSpan(index).IndexOf('\n') : -1;
            if (newline < 0)
            {
                return text.Length;
            }

            index += newline + 1;
            if (ItemLines.StartsItem(text, index))
            {
                return index - 1;
            }
        }
    }
}
