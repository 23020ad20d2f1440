using System.Collections.Immutable;
using Bubblescript.Syntax.Tree;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Strings with interpolations.</summary>
internal static class StringGrammar
{
    private const int UsualCount = 4;

    /// <summary>The parts of a string or heredoc, from its opening quote to its closing one.</summary>
    public static TokenListParserResult<TokenKind, Expression> Interpolated(TokenList<TokenKind> input)
    {
        Token<TokenKind> start = input.Peek();
        bool startsLine = start.Kind == TokenKind.HeredocStart && start.Span.AsReadOnlySpan()[^1] == '\n';
        int indentation = start.Kind == TokenKind.HeredocStart ? FindEnd(input).Span.Length - 3 : 0;
        ImmutableArray<StringPart>.Builder parts = ImmutableArray.CreateBuilder<StringPart>(UsualCount);
        TokenList<TokenKind> rest = input.Skip();
        while (rest.PeekKind() != TokenKind.StringEnd)
        {
            Token<TokenKind> piece = rest.Peek();
            if (piece.Kind == TokenKind.StringText)
            {
                AddText(parts, piece, indentation, startsLine && parts.Count == 0);
                rest = rest.Skip();
                continue;
            }

            TokenListParserResult<TokenKind, StringPart> interpolation = ParseInterpolation(rest);
            if (!interpolation.HasValue)
            {
                return TokenListParserResult.CastEmpty<TokenKind, StringPart, Expression>(interpolation);
            }

            parts.Add(interpolation.Value);
            rest = interpolation.Remainder;
        }

        Expression value = Build(start, parts.DrainToImmutable(), rest.Peek());
        return TokenListParserResult.Value(value, input, rest.Skip());
    }

    private static TokenListParserResult<TokenKind, StringPart> ParseInterpolation(TokenList<TokenKind> input)
    {
        Expression? code = null;
        TokenList<TokenKind> rest = input.Skip();
        if (rest.PeekKind() != TokenKind.InterpolationEnd)
        {
            TokenListParserResult<TokenKind, Expression> expression = OperatorParser.Parse(rest);
            if (!expression.HasValue)
            {
                return TokenListParserResult.CastEmpty<TokenKind, Expression, StringPart>(expression);
            }

            code = expression.Value;
            rest = expression.Remainder;
        }

        if (rest.PeekKind() != TokenKind.InterpolationEnd)
        {
            return Failures.Expected<StringPart>(rest, "'}'");
        }

        StringPart part = new InterpolationPart(code) { Span = SourceSpan.Covering(input.Peek().ToSpan(), rest.Peek().ToSpan()) };
        return TokenListParserResult.Value(part, input, rest.Skip());
    }

    /// <summary>The end of the string that begins here; its place in the line says how far a heredoc is indented.</summary>
    private static Token<TokenKind> FindEnd(TokenList<TokenKind> input)
    {
        int depth = 0;
        while (true)
        {
            Token<TokenKind> token = input.Peek();
            depth += token.Kind switch
            {
                TokenKind.StringStart or TokenKind.HeredocStart => 1,
                TokenKind.StringEnd => -1,
                _ => 0,
            };
            if (depth == 0 || token.Kind == TokenKind.None)
            {
                return token;
            }

            input = input.Skip();
        }
    }

    private static void AddText(ImmutableArray<StringPart>.Builder parts, Token<TokenKind> token, int indentation, bool atLineStart)
    {
        string text = StringDecoder.Decode(token.Span.AsReadOnlySpan(), indentation, atLineStart);
        if (text.Length > 0)
        {
            parts.Add(new TextPart(text) { Span = token.ToSpan() });
        }
    }

    private static StringExpression Build(Token<TokenKind> start, ImmutableArray<StringPart> parts, Token<TokenKind> end)
    {
        ReadOnlySpan<char> opening = start.Span.AsReadOnlySpan();
        bool isTranslatable = opening[0] == '_';
        StringStyle style = (start.Kind == TokenKind.HeredocStart, opening[isTranslatable ? 1 : 0] == '"') switch
        {
            (true, true) => StringStyle.DoubleHeredoc,
            (true, false) => StringStyle.SingleHeredoc,
            (false, true) => StringStyle.Double,
            _ => StringStyle.Single,
        };
        return new StringExpression(parts, style, isTranslatable, ContentOf(parts, start.Span.Source!))
        {
            Span = SourceSpan.Covering(start.ToSpan(), end.ToSpan()),
        };
    }

    /// <summary>Texts as decoded, interpolations as written.</summary>
    private static string ContentOf(ImmutableArray<StringPart> parts, string source)
    {
        int length = 0;
        foreach (StringPart part in parts)
        {
            length += TextOf(part, source).Length;
        }

        return string.Create(length, (parts, source), static (target, content) =>
        {
            foreach (StringPart part in content.parts)
            {
                ReadOnlySpan<char> text = TextOf(part, content.source);
                text.CopyTo(target);
                target = target[text.Length..];
            }
        });
    }

    private static ReadOnlySpan<char> TextOf(StringPart part, string source) => part is TextPart text ? text.Text : source.AsSpan(part.Span.Start, part.Span.Length);
}
