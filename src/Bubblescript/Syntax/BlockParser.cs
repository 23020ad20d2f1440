using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax.Tree;
using Superpower;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>
/// Sequences of statements with recovery: a statement that cannot be parsed becomes an <see cref="ErrorStatement"/> that carries its error, and
/// parsing goes on at the next one. So all mistakes of a script are found together.
/// </summary>
internal static class BlockParser
{
    private const int UsualCount = 2;

    /// <summary>A block that ends before <c>end</c>.</summary>
    public static readonly TokenListParser<TokenKind, Block> UntilEnd = static input => Parse(input, BlockEnds.None);

    /// <summary>A block that ends before <c>else</c> or <c>end</c>.</summary>
    public static readonly TokenListParser<TokenKind, Block> UntilElse = static input => Parse(input, BlockEnds.Else);

    /// <summary>A block that ends before <c>after</c> or <c>end</c>.</summary>
    public static readonly TokenListParser<TokenKind, Block> UntilAfter = static input => Parse(input, BlockEnds.After);

    /// <summary>The body of a case, which ends before the next case, <c>else</c> or <c>end</c>.</summary>
    public static readonly TokenListParser<TokenKind, Block> UntilCase = static input => Parse(input, BlockEnds.Else | BlockEnds.Case);

    /// <summary>True if an expression that <c>-></c> follows begins here: a case (language reference, section 2).</summary>
    public static bool StartsCase(TokenList<TokenKind> input)
    {
        int depth = 0;
        while (true)
        {
            switch (input.PeekKind())
            {
                case TokenKind.Arrow when depth == 0:
                    return true;
                case TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.IndexBracket or TokenKind.MapStart or TokenKind.InterpolationStart:
                    depth++;
                    break;
                case TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace or TokenKind.InterpolationEnd:
                    depth--;
                    break;
                case TokenKind.None or TokenKind.EndOfFile or TokenKind.Separator or TokenKind.Do or TokenKind.End or TokenKind.Else or TokenKind.ElseIf
                    or TokenKind.After or TokenKind.ShortDo or TokenKind.ShortElse or TokenKind.ForeignWord:
                    return false;
                default:
                    break;
            }

            input = input.Skip();
        }
    }

    public static TokenList<TokenKind> SkipSeparators(TokenList<TokenKind> input)
    {
        while (input.PeekKind() == TokenKind.Separator)
        {
            input = input.Skip();
        }

        return input;
    }

    /// <summary>Makes an error statement of a failure and skips to where the next statement can begin.</summary>
    /// <param name="start">Where the statement that failed begins.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="rest">Where parsing goes on.</param>
    public static ErrorStatement Recover<T>(TokenList<TokenKind> start, TokenListParserResult<TokenKind, T> failure, out TokenList<TokenKind> rest)
    {
        SyntaxError error = Explanations.Of(failure);
        ImmutableArray<Statement>.Builder skipped = ImmutableArray.CreateBuilder<Statement>();
        rest = failure.Remainder;
        bool isStuck = (rest == start && rest.PeekKind() is TokenKind.Else or TokenKind.ElseIf or TokenKind.After)
            || (rest.PeekKind() == TokenKind.After && error.Descriptor == Descriptors.ReservedWord);
        rest = SkipStatement(isStuck ? rest.Skip() : rest, skipped);
        SourceSpan span = SourceSpan.Covering(start.Peek().ToSpan(), error.Span);
        return new ErrorStatement { Error = error, Skipped = skipped.Count == 0 ? null : new Block(skipped.DrainToImmutable()), Span = span };
    }

    /// <summary>Skips the rest of a statement with its blocks, whose mistakes are kept.</summary>
    public static TokenList<TokenKind> SkipStatement(TokenList<TokenKind> input, ImmutableArray<Statement>.Builder skipped)
    {
        TokenList<TokenKind> rest = input;
        while (!EndsStatement(rest.PeekKind()))
        {
            bool isBlock = rest.PeekKind() == TokenKind.Do || (rest.PeekKind() == TokenKind.ForeignWord && rest.Peek().Span.AsReadOnlySpan() is "fn");
            rest = rest.Skip();
            if (isBlock)
            {
                rest = SkipBlock(rest, skipped);
            }
        }

        return rest;
    }

    private static TokenListParserResult<TokenKind, Block> Parse(TokenList<TokenKind> input, BlockEnds ends)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Failures.TooDeep<Block>(input);
        }

        ImmutableArray<Statement>.Builder statements = ImmutableArray.CreateBuilder<Statement>(UsualCount);
        TokenList<TokenKind> rest = SkipSeparators(input);
        while (!Ends(rest, ends))
        {
            rest = SkipSeparators(ParseStatement(rest, statements));
        }

        SourceSpan span = statements.Count == 0
            ? new SourceSpan(rest.Peek().Position.Absolute, 0)
            : SourceSpan.Covering(statements[0].Span, statements[^1].Span);
        return TokenListParserResult.Value(new Block(statements.DrainToImmutable()) { Span = span }, input, rest);
    }

    private static TokenList<TokenKind> ParseStatement(TokenList<TokenKind> input, ImmutableArray<Statement>.Builder statements)
    {
        TokenListParserResult<TokenKind, Statement> statement = StatementGrammar.Statement(input);
        if (statement.HasValue)
        {
            if (EndsStatement(statement.Remainder.PeekKind()))
            {
                statements.Add(statement.Value);
                return statement.Remainder;
            }

            statement = Failures.Expected<Statement>(statement.Remainder, Failures.LineEnd);
        }

        statements.Add(Recover(input, statement, out TokenList<TokenKind> rest));
        return rest;
    }

    private static bool Ends(TokenList<TokenKind> input, BlockEnds ends) => input.PeekKind() switch
    {
        TokenKind.End or TokenKind.EndOfFile or TokenKind.None => true,
        TokenKind.Else or TokenKind.ElseIf => (ends & BlockEnds.Else) != BlockEnds.None,
        TokenKind.After => (ends & BlockEnds.After) != BlockEnds.None && input.Skip().PeekKind() != TokenKind.Assign,
        _ => (ends & BlockEnds.Case) != BlockEnds.None && StartsCase(input),
    };

    private static bool EndsStatement(TokenKind kind) =>
        kind is TokenKind.Separator or TokenKind.End or TokenKind.Else or TokenKind.ElseIf or TokenKind.After or TokenKind.EndOfFile or TokenKind.None;

    /// <summary>Skips a block and its <c>end</c> and keeps the mistakes in it.</summary>
    private static TokenList<TokenKind> SkipBlock(TokenList<TokenKind> input, ImmutableArray<Statement>.Builder skipped)
    {
        TokenList<TokenKind> rest = input;
        while (true)
        {
            rest = SkipSeparators(rest);
            switch (rest.PeekKind())
            {
                case TokenKind.End:
                    return rest.Skip();
                case TokenKind.EndOfFile or TokenKind.None:
                    return rest;
                case TokenKind.Else or TokenKind.After:
                    rest = rest.Skip();
                    break;
                case TokenKind.ElseIf:
                    rest = SkipPast(rest, TokenKind.Do);
                    break;
                default:
                    rest = StartsCase(rest) ? SkipPast(rest, TokenKind.Arrow) : ParseSkipped(rest, skipped);
                    break;
            }
        }
    }

    private static TokenList<TokenKind> ParseSkipped(TokenList<TokenKind> input, ImmutableArray<Statement>.Builder skipped)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return ParseStatement(input, skipped);
        }

        return input.Skip();
    }

    private static TokenList<TokenKind> SkipPast(TokenList<TokenKind> input, TokenKind last)
    {
        while (input.PeekKind() != last && input.PeekKind() is not (TokenKind.Separator or TokenKind.EndOfFile or TokenKind.None or TokenKind.End))
        {
            input = input.Skip();
        }

        return input.PeekKind() == last ? input.Skip() : input;
    }
}
