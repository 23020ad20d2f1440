using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bubblescript.Matching;

/// <summary>
/// The normal form of texts that BML compares (language reference, BML, section 1) and the base form that choices and labels compare
/// (language reference, section 3.5). Pure functions, safe for use by several threads.
/// </summary>
public static class TextNormalizer
{
    private const int LargestStackBuffer = 256;

    /// <summary>The normal form: trimmed, lower case, accents of Latin letters dropped, typographic apostrophes replaced by <c>'</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed.Length == text.Length && IsNormal(trimmed) ? text : NormalizeTrimmed(trimmed);
    }

    /// <summary>
    /// The base form: the normal form in which runs of white space count as one blank and punctuation at both ends is left out, unless nothing
    /// would remain.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string ToBaseForm(string text)
    {
        string collapsed = CollapseWhiteSpace(Normalize(text));
        ReadOnlySpan<char> rest = collapsed;
        while (!rest.IsEmpty && Rune.DecodeFromUtf16(rest, out Rune first, out int length) == OperationStatus.Done && IsOuter(first))
        {
            rest = rest[length..];
        }

        while (!rest.IsEmpty && Rune.DecodeLastFromUtf16(rest, out Rune last, out int length) == OperationStatus.Done && IsOuter(last))
        {
            rest = rest[..^length];
        }

        return rest.IsEmpty || rest.Length == collapsed.Length ? collapsed : rest.ToString();
    }

    internal static string Normalize(ReadOnlySpan<char> text) => NormalizeTrimmed(text.Trim());

    /// <summary>The text with accents of Latin letters dropped, in its letter case.</summary>
    internal static string DropAccents(string text)
    {
        foreach (char character in text)
        {
            if (character >= '\u00C0' && AccentTable.Fold(character) != character)
            {
                return string.Create(text.Length, text, static (buffer, source) =>
                {
                    for (int i = 0; i < buffer.Length; i++)
                    {
                        char folded = AccentTable.Fold(source[i]);
                        buffer[i] = char.IsUpper(source[i]) ? char.ToUpperInvariant(folded) : folded;
                    }
                });
            }
        }

        return text;
    }

    private static string NormalizeTrimmed(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return string.Empty;
        }

        char[]? rented = null;
        Span<char> buffer = text.Length <= LargestStackBuffer
            ? stackalloc char[LargestStackBuffer]
            : (rented = ArrayPool<char>.Shared.Rent(text.Length));
        buffer = buffer[..text.Length];
        if (Ascii.IsValid(text))
        {
            Ascii.ToLower(text, buffer, out _);
        }
        else
        {
            text.ToLowerInvariant(buffer);
            FoldAll(buffer);
        }

        string result = buffer.ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    private static void FoldAll(Span<char> text)
    {
        foreach (ref char character in text)
        {
            if (character >= '\u00C0')
            {
                character = character is '\u2019' or '\u02BC' ? '\'' : AccentTable.Fold(character);
            }
        }
    }

    private static bool IsNormal(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('A', 'Z') && !text.ContainsAnyExceptInRange('\0', '\u007F');

    private static string CollapseWhiteSpace(string text)
    {
        bool changes = false;
        for (int i = 0; i < text.Length && !changes; i++)
        {
            changes = char.IsWhiteSpace(text[i]) && (text[i] != ' ' || (i > 0 && text[i - 1] == ' '));
        }

        if (!changes)
        {
            return text;
        }

        StringBuilder builder = new(text.Length);
        foreach (char character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                builder.Append(character);
            }
            else if (builder.Length > 0 && builder[^1] != ' ')
            {
                builder.Append(' ');
            }
        }

        return builder.ToString();
    }

    private static bool IsOuter(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation;
}
