using System.Buffers;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>The small notations inside the lines of a transcript.</summary>
internal static class StepText
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <summary><c>\n</c> is a line break.</summary>
    public static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    /// <summary>Items separated by <c>|</c>; <c>\|</c> is the character itself.</summary>
    public static IEnumerable<string> SplitAlternatives(string text) => text
        .Replace("\\|", "\0", StringComparison.Ordinal)
        .Split('|')
        .Select(static item => item.Replace('\0', '|').Trim());

    /// <summary>The first word and what follows it.</summary>
    public static (string Word, string Remainder) SplitWord(string text)
    {
        text = text.Trim();
        int end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (text, "") : (text[..end], text[end..].TrimStart());
    }

    public static IReadOnlyList<string> SplitNames(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static bool TryReadJson(string text, out Value value, out string problem)
    {
        value = ValueJson.Parse(text);
        problem = value.AsError() is { } error ? $"'{text}' is no JSON: {error.Message}" : "";
        return problem.Length == 0;
    }

    /// <summary>JSON, or nil for an empty text.</summary>
    public static bool TryReadOptionalJson(string text, out Value value, out string problem)
    {
        value = default;
        problem = "";
        return text.Length == 0 || TryReadJson(text, out value, out problem);
    }

    public static bool IsName(ReadOnlySpan<char> text) =>
        !text.IsEmpty && char.IsLetter(text[0]) && text.IndexOfAnyExcept(NameCharacters) < 0;
}
