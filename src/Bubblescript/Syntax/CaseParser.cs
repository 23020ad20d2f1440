using System.Collections.Immutable;
using Bubblescript.Syntax.Tree;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>The cases of <c>branch</c> and <c>buttons</c>, with recovery.</summary>
internal static class CaseParser
{
    /// <summary><c>{ SEP } { expr "->" block }</c></summary>
    public static TokenListParserResult<TokenKind, ImmutableArray<BranchCase>> Parse(TokenList<TokenKind> input)
    {
        ImmutableArray<BranchCase>.Builder cases = ImmutableArray.CreateBuilder<BranchCase>();
        TokenList<TokenKind> rest = BlockParser.SkipSeparators(input);
        while (rest.PeekKind() is not (TokenKind.End or TokenKind.Else or TokenKind.ElseIf or TokenKind.EndOfFile or TokenKind.None))
        {
            if (!BlockParser.StartsCase(rest))
            {
                ErrorStatement error = BlockParser.Recover(rest, NoCase(rest), out rest);
                cases.Add(new BranchCase(new ErrorExpression { Span = error.Span }, new Block([error]) { Span = error.Span }) { Span = error.Span });
            }
            else
            {
                TokenListParserResult<TokenKind, BranchCase> next = ParseCase(rest);
                if (!next.HasValue)
                {
                    return TokenListParserResult.CastEmpty<TokenKind, BranchCase, ImmutableArray<BranchCase>>(next);
                }

                cases.Add(next.Value);
                rest = next.Remainder;
            }

            rest = BlockParser.SkipSeparators(rest);
        }

        return TokenListParserResult.Value(cases.DrainToImmutable(), input, rest);
    }

    private static TokenListParserResult<TokenKind, Statement> NoCase(TokenList<TokenKind> input)
    {
        TokenListParserResult<TokenKind, Expression> test = ExpressionGrammar.Expression(input);
        return Failures.Expected<Statement>(test.HasValue ? test.Remainder : input, test.HasValue ? "'->'" : "a case");
    }

    private static TokenListParserResult<TokenKind, BranchCase> ParseCase(TokenList<TokenKind> input)
    {
        (Expression test, TokenList<TokenKind> rest) = ParseTest(input);
        TokenListParserResult<TokenKind, Block> body = BlockParser.UntilCase(rest);
        if (!body.HasValue)
        {
            return TokenListParserResult.CastEmpty<TokenKind, Block, BranchCase>(body);
        }

        BranchCase result = new(test, body.Value) { Span = SourceSpan.Covering(test.Span, body.Value.Span) };
        return TokenListParserResult.Value(result, input, body.Remainder);
    }

    /// <summary>The test and the arrow; a test that cannot be parsed is skipped up to the arrow, which is known to follow.</summary>
    private static (Expression Test, TokenList<TokenKind> Remainder) ParseTest(TokenList<TokenKind> input)
    {
        TokenListParserResult<TokenKind, Expression> test = ExpressionGrammar.Expression(input);
        if (test.HasValue && test.Remainder.PeekKind() == TokenKind.Arrow)
        {
            return (test.Value, test.Remainder.Skip());
        }

        SyntaxError error = Explanations.Of(test.HasValue ? Failures.Expected<Expression>(test.Remainder, "'->'") : test);
        TokenList<TokenKind> rest = input;
        while (rest.PeekKind() != TokenKind.Arrow)
        {
            rest = rest.Skip();
        }

        return (new ErrorExpression { Error = error, Span = error.Span }, rest.Skip());
    }
}
