using Bubblescript.Diagnostics;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Failures of hand-written parsers. A message may carry its code and a hint, because results of parsers have room for a text only.</summary>
internal static class Failures
{
    public const string Expression = "an expression";
    public const string Statement = "a statement";
    public const string LineEnd = "the end of the line";

    private const char Delimiter = '\n';

    private static readonly string[] ExpressionExpected = [Expression];

    public static TokenListParserResult<TokenKind, T> NoExpression<T>(TokenList<TokenKind> input) =>
        TokenListParserResult.Empty<TokenKind, T>(input, ExpressionExpected);

    public static TokenListParserResult<TokenKind, T> Expected<T>(TokenList<TokenKind> input, params string[] expectations) =>
        TokenListParserResult.Empty<TokenKind, T>(input, expectations);

    public static TokenListParserResult<TokenKind, T> Because<T>(TokenList<TokenKind> input, DiagnosticDescriptor descriptor, string message, string? hint = null) =>
        TokenListParserResult.Empty<TokenKind, T>(input, $"{descriptor.Code}{Delimiter}{message}{Delimiter}{hint}");

    public static TokenListParserResult<TokenKind, T> TooDeep<T>(TokenList<TokenKind> input) =>
        Because<T>(input, Descriptors.TooDeep, "the script is nested too deeply here");

    public static TokenListParserResult<TokenKind, T> Reserved<T>(TokenList<TokenKind> input, string word) =>
        Because<T>(input, Descriptors.ReservedWord, $"'{word}' is a reserved word and cannot be used as a name");

    /// <summary>Reads back what <see cref="Because"/> wrote.</summary>
    public static SyntaxError Decode(string message, SourceSpan span)
    {
        string[] parts = message.Split(Delimiter, 3);
        DiagnosticDescriptor descriptor = parts[0] switch
        {
            "BS0006" => Descriptors.TooDeep,
            "BS0007" => Descriptors.ReservedWord,
            _ => Descriptors.UnexpectedToken,
        };
        return parts.Length < 3
            ? new SyntaxError(Descriptors.UnexpectedToken, span, message)
            : new SyntaxError(descriptor, span, parts[1], parts[2].Length == 0 ? null : parts[2]);
    }
}
