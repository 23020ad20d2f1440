using System.Globalization;
using Bubblescript.Syntax.Tree;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Values of literal tokens.</summary>
internal static class Literals
{
    public static bool TryReadInteger(string text, out long value) =>
        long.TryParse(text.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    public static double ReadFloat(string text) =>
        double.Parse(text.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static Expression Integer(Token<TokenKind> token)
    {
        long value = token.Span.Length == 1 ? token.Span.AsReadOnlySpan()[0] - '0' : TryReadInteger(token.ToStringValue(), out long read) ? read : 0;
        return new IntegerLiteral(value) { Span = token.ToSpan() };
    }

    /// <summary>A float; one that is too large has been reported and stands for 0.</summary>
    public static Expression Float(Token<TokenKind> token) =>
        new FloatLiteral(ReadFloat(token.ToStringValue()) is var value && double.IsFinite(value) ? value : 0) { Span = token.ToSpan() };

    public static Expression Atom(Token<TokenKind> token)
    {
        ReadOnlySpan<char> name = token.Span.AsReadOnlySpan()[1..];
        string text = CharacterClasses.IsQuote(name[0]) ? StringDecoder.Decode(name[1..^1]) : name.ToString();
        return new AtomLiteral(text) { Span = token.ToSpan() };
    }

    public static Expression Constant(Token<TokenKind> token) =>
        new ConstantExpression(token.Span.AsReadOnlySpan()[1..].ToString()) { Span = token.ToSpan() };

    public static Identifier Name(Token<TokenKind> token) => new(token.ToStringValue()) { Span = token.ToSpan() };

    public static Identifier ConstantName(Token<TokenKind> token) => new(token.Span.AsReadOnlySpan()[1..].ToString()) { Span = token.ToSpan() };

    public static Identifier Key(Token<TokenKind> token)
    {
        SourceSpan span = token.ToSpan();
        return new Identifier(token.Span.AsReadOnlySpan()[..^1].ToString()) { Span = span with { Length = span.Length - 1 } };
    }

    public static Identifier StringKey(Token<TokenKind> token)
    {
        SourceSpan span = token.ToSpan();
        return new Identifier(StringDecoder.Decode(token.Span.AsReadOnlySpan()[1..^2])) { Span = span with { Length = span.Length - 1 } };
    }

    public static Identifier FieldText(Token<TokenKind> token) => new(StringDecoder.Decode(Content(token.Span.AsReadOnlySpan()))) { Span = token.ToSpan() };

    public static Expression String(Token<TokenKind> token)
    {
        ReadOnlySpan<char> text = token.Span.AsReadOnlySpan();
        bool isTranslatable = text[0] == '_';
        StringStyle style = text[isTranslatable ? 1 : 0] == '\'' ? StringStyle.Single : StringStyle.Double;
        return Plain(StringDecoder.Decode(Content(text)), style, isTranslatable, token.ToSpan());
    }

    public static Expression Heredoc(Token<TokenKind> token)
    {
        ReadOnlySpan<char> text = token.Span.AsReadOnlySpan();
        bool isTranslatable = text[0] == '_';
        char mark = text[isTranslatable ? 1 : 0];
        int open = isTranslatable ? 4 : 3;
        int lineEnd = text.IndexOf('\n');
        bool startsOnNewLine = lineEnd >= 0 && text[open..lineEnd].IsWhiteSpace();
        int lastLine = text.LastIndexOf('\n') + 1;
        string content = StringDecoder.Decode(text[(startsOnNewLine ? lineEnd + 1 : open)..lastLine], text.Length - 3 - lastLine, startsOnNewLine);
        return Plain(content, mark == '"' ? StringStyle.DoubleHeredoc : StringStyle.SingleHeredoc, isTranslatable, token.ToSpan());
    }

    private static StringExpression Plain(string content, StringStyle style, bool isTranslatable, SourceSpan span) =>
        new(content.Length == 0 ? [] : [new TextPart(content) { Span = span }], style, isTranslatable, content) { Span = span };

    /// <summary>What stands between the quotes; tolerates a missing end.</summary>
    private static ReadOnlySpan<char> Content(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("_:");
        return text.Length > 1 && text[^1] == text[0] ? text[1..^1] : text[1..];
    }
}
