using System.Reflection;

namespace Superpower.Display;

/// <summary>Names of token kinds for people.</summary>
internal static class Presentation
{
    public static string FormatExpectation<TKind>(TKind kind)
    {
        string name = kind!.ToString()!;
        TokenAttribute? attribute = typeof(TKind).GetField(name, BindingFlags.Public | BindingFlags.Static)?.GetCustomAttribute<TokenAttribute>();
        if (attribute?.Description is { } description)
        {
            return description;
        }

        return attribute?.Example is { } example ? FormatLiteral(example) : name.ToLowerInvariant();
    }

    private static string FormatLiteral(string literal) => "`" + literal + "`";
}
