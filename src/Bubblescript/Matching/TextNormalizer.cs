using System.Buffers;
using System.Text;
using Bubblescript.Values;

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
    /// The base form: lower case without accents, in which runs of white space count as one blank and punctuation at both ends is left out, unless nothing
    /// would remain.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string ToBaseForm(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return BaseForm.Of(text);
    }

    internal static string Normalize(ReadOnlySpan<char> text) => NormalizeTrimmed(text.Trim());

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
                character = character is '\u2019' or '\u02BC' ? '\'' : TextFolding.DropAccent(character);
            }
        }
    }

    private static bool IsNormal(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('A', 'Z') && !text.ContainsAnyExceptInRange('\0', '\u007F');
}
