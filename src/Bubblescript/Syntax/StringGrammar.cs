using System.Collections.Immutable;
using System.Text;
using Bubblescript.Syntax.Tree;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Strings with interpolations.</summary>
internal static class StringGrammar
{
    /// <summary>The parts of a string or heredoc, from its opening quote to its closing one.</summary>
    public static TokenListParserResult<TokenKind, Expression> Interpolated(TokenList<TokenKind> input)
    {
        Token<TokenKind> start = input.Peek();
        List<(Token<TokenKind> Token, Expression? Code, int End)> pieces = [];
        TokenList<TokenKind> rest = input.Skip();
        while (rest.PeekKind() != TokenKind.StringEnd)
        {
            Token<TokenKind> piece = rest.Peek();
            rest = rest.Skip();
            if (piece.Kind == TokenKind.StringText)
            {
                pieces.Add((piece, null, 0));
                continue;
            }

            Expression? code = null;
            if (rest.PeekKind() != TokenKind.InterpolationEnd)
            {
                TokenListParserResult<TokenKind, Expression> expression = OperatorParser.Parse(rest);
                if (!expression.HasValue)
                {
                    return expression;
                }

                code = expression.Value;
                rest = expression.Remainder;
            }

            if (rest.PeekKind() != TokenKind.InterpolationEnd)
            {
                return Failures.Expected<Expression>(rest, "'}'");
            }

            pieces.Add((piece, code, rest.Peek().ToSpan().End));
            rest = rest.Skip();
        }

        Expression value = Build(start, pieces, rest.Peek());
        return TokenListParserResult.Value(value, input, rest.Skip());
    }

    private static StringExpression Build(Token<TokenKind> start, List<(Token<TokenKind> Token, Expression? Code, int End)> pieces, Token<TokenKind> end)
    {
        ReadOnlySpan<char> opening = start.Span.AsReadOnlySpan();
        bool isTranslatable = opening[0] == '_';
        bool isHeredoc = start.Kind == TokenKind.HeredocStart;
        bool isDouble = opening[isTranslatable ? 1 : 0] == '"';
        int indentation = isHeredoc ? end.Span.Length - 3 : 0;
        ImmutableArray<StringPart>.Builder parts = ImmutableArray.CreateBuilder<StringPart>(pieces.Count);
        StringBuilder source = new();
        foreach ((Token<TokenKind> token, Expression? code, int codeEnd) in pieces)
        {
            SourceSpan span = token.ToSpan();
            if (token.Kind == TokenKind.InterpolationStart)
            {
                span = span with { Length = codeEnd - span.Start };
                parts.Add(new InterpolationPart(code) { Span = span });
                source.Append(token.Span.Source, span.Start, span.Length);
                continue;
            }

            bool atLineStart = isHeredoc && parts.Count == 0 && opening[^1] == '\n';
            string text = StringDecoder.Decode(token.Span.AsReadOnlySpan(), indentation, atLineStart);
            source.Append(text);
            if (text.Length > 0)
            {
                parts.Add(new TextPart(text) { Span = span });
            }
        }

        StringStyle style = (isHeredoc, isDouble) switch
        {
            (true, true) => StringStyle.DoubleHeredoc,
            (true, false) => StringStyle.SingleHeredoc,
            (false, true) => StringStyle.Double,
            _ => StringStyle.Single,
        };
        return new StringExpression(parts.DrainToImmutable(), style, isTranslatable, source.ToString())
        {
            Span = SourceSpan.Covering(start.ToSpan(), end.ToSpan()),
        };
    }
}
