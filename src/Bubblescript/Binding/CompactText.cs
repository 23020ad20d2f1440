using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bubblescript.Syntax;

namespace Bubblescript.Binding;

/// <summary>Source text without blanks: what identifies heads and statements when a script has changed (execution model, section 9).</summary>
internal static class CompactText
{
    private const int LongestReadable = 96;
    private const int ReadablePart = 64;

    /// <summary>The text of a span without white space; a long one is cut and ends with a hash of the whole.</summary>
    public static string Of(SourceText source, SourceSpan span)
    {
        string compact = RemoveBlanks(source.Text.AsSpan(span.Start, span.Length));
        return compact.Length <= LongestReadable ? compact : $"{compact.AsSpan(0, ReadablePart)}~{Hash(compact)}";
    }

    /// <summary>16 hexadecimal digits that differ when the text differs.</summary>
    public static string Hash(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BitConverter.ToUInt64(hash).ToString("x16", CultureInfo.InvariantCulture);
    }

    private static string RemoveBlanks(ReadOnlySpan<char> text)
    {
        Span<char> target = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        int length = 0;
        foreach (char character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                target[length++] = character;
            }
        }

        return new string(target[..length]);
    }
}
