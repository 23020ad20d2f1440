using System.Runtime.CompilerServices;
using Bubblescript.Syntax.Tree;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>
/// The operators of section 3 of the language reference by precedence climbing: one loop instead of ten rules that call each other, so that
/// nesting costs little of the stack.
/// </summary>
internal static class OperatorParser
{
    private const int MemberPrecedence = 6;
    private const int RangePrecedence = 7;

    /// <summary><c>expr = and { ( "||" | "or" ) and }</c> and all rules below it down to <c>postfix</c>.</summary>
    public static TokenListParserResult<TokenKind, Expression> Parse(TokenList<TokenKind> input) => ParseBinary(input, 1);

    private static TokenListParserResult<TokenKind, Expression> ParseBinary(TokenList<TokenKind> input, int minimum)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Failures.TooDeep<Expression>(input);
        }

        TokenListParserResult<TokenKind, Expression> left = ParseUnary(input);
        if (!left.HasValue)
        {
            return left;
        }

        Expression expression = left.Value;
        TokenList<TokenKind> rest = left.Remainder;
        bool isRange = false;
        while (true)
        {
            (BinaryOperator operation, int precedence) = OperatorAt(rest);
            if (precedence < minimum)
            {
                return TokenListParserResult.Value(expression, input, rest);
            }

            if (isRange && operation == BinaryOperator.Range)
            {
                return Failures.Expected<Expression>(rest, Failures.LineEnd);
            }

            isRange = operation == BinaryOperator.Range;
            TokenList<TokenKind> operand = operation == BinaryOperator.NotIn ? rest.Skip().Skip() : rest.Skip();
            TokenListParserResult<TokenKind, Expression> right = operation == BinaryOperator.Pipe
                ? ExpressionGrammar.PipeTarget(operand)
                : ParseBinary(operand, precedence + 1);
            if (!right.HasValue)
            {
                return right;
            }

            expression = new BinaryExpression(operation, expression, right.Value) { Span = SourceSpan.Covering(expression.Span, right.Value.Span) };
            rest = right.Remainder;
        }
    }

    private static (BinaryOperator Operation, int Precedence) OperatorAt(TokenList<TokenKind> input) => input.PeekKind() switch
    {
        TokenKind.Or or TokenKind.OrSymbol => (BinaryOperator.Or, 1),
        TokenKind.And or TokenKind.AndSymbol => (BinaryOperator.And, 2),
        TokenKind.Equal => (BinaryOperator.Equal, 3),
        TokenKind.NotEqual => (BinaryOperator.NotEqual, 3),
        TokenKind.Less => (BinaryOperator.Less, 4),
        TokenKind.LessOrEqual => (BinaryOperator.LessOrEqual, 4),
        TokenKind.Greater => (BinaryOperator.Greater, 4),
        TokenKind.GreaterOrEqual => (BinaryOperator.GreaterOrEqual, 4),
        TokenKind.Pipe => (BinaryOperator.Pipe, 5),
        TokenKind.In => (BinaryOperator.In, MemberPrecedence),
        TokenKind.Not when input.Skip().PeekKind() == TokenKind.In => (BinaryOperator.NotIn, MemberPrecedence),
        TokenKind.Range => (BinaryOperator.Range, RangePrecedence),
        TokenKind.Plus => (BinaryOperator.Add, 8),
        TokenKind.Minus => (BinaryOperator.Subtract, 8),
        TokenKind.Star => (BinaryOperator.Multiply, 9),
        TokenKind.Slash => (BinaryOperator.Divide, 9),
        _ => (default, 0),
    };

    private static TokenListParserResult<TokenKind, Expression> ParseUnary(TokenList<TokenKind> input)
    {
        Token<TokenKind> token = input.Peek();
        switch (token.Kind)
        {
            case TokenKind.Minus:
                return Prefix(UnaryOperator.Negate, token, input, ParseUnary(input.Skip()));
            case TokenKind.Bang:
                return Prefix(UnaryOperator.Not, token, input, ParseUnary(input.Skip()));
            case TokenKind.Not:
                return Prefix(UnaryOperator.Not, token, input, ParseBinary(input.Skip(), MemberPrecedence));
            default:
                return ParsePostfix(input);
        }
    }

    private static TokenListParserResult<TokenKind, Expression> Prefix(
        UnaryOperator operation,
        Token<TokenKind> token,
        TokenList<TokenKind> input,
        TokenListParserResult<TokenKind, Expression> operand)
    {
        if (!operand.HasValue)
        {
            return operand;
        }

        Expression expression = new UnaryExpression(operation, operand.Value) { Span = SourceSpan.Covering(token.ToSpan(), operand.Value.Span) };
        return TokenListParserResult.Value(expression, input, operand.Remainder);
    }

    private static TokenListParserResult<TokenKind, Expression> ParsePostfix(TokenList<TokenKind> input)
    {
        TokenListParserResult<TokenKind, Expression> result = ExpressionGrammar.Primary(input);
        while (result.HasValue)
        {
            switch (result.Remainder.PeekKind())
            {
                case TokenKind.Dot:
                    result = ParseField(result.Value, input, result.Remainder.Skip());
                    break;
                case TokenKind.IndexBracket:
                    result = ParseIndex(result.Value, input, result.Remainder);
                    break;
                default:
                    return result;
            }
        }

        return result;
    }

    private static TokenListParserResult<TokenKind, Expression> ParseField(Expression target, TokenList<TokenKind> input, TokenList<TokenKind> rest)
    {
        TokenListParserResult<TokenKind, Identifier> name = ExpressionGrammar.FieldName(rest);
        if (!name.HasValue)
        {
            return TokenListParserResult.CastEmpty<TokenKind, Identifier, Expression>(name);
        }

        Expression field = new FieldExpression(target, name.Value) { Span = SourceSpan.Covering(target.Span, name.Value.Span) };
        return TokenListParserResult.Value(field, input, name.Remainder);
    }

    private static TokenListParserResult<TokenKind, Expression> ParseIndex(Expression target, TokenList<TokenKind> input, TokenList<TokenKind> bracket)
    {
        if (bracket.Skip().PeekKind() is TokenKind.Key or TokenKind.StringKey)
        {
            return Step(input, ExpressionGrammar.Query(bracket), query => new QueryExpression(target, query.Terms) { Span = UpTo(query.Close) });
        }

        return Step(input, ExpressionGrammar.Index(bracket), index => new IndexExpression(target, index.Index) { Span = UpTo(index.Close) });

        SourceSpan UpTo(Token<TokenKind> close) => SourceSpan.Covering(target.Span, close.ToSpan());
    }

    private static TokenListParserResult<TokenKind, Expression> Step<T>(
        TokenList<TokenKind> input,
        TokenListParserResult<TokenKind, T> step,
        Func<T, Expression> apply) =>
        step.HasValue
            ? TokenListParserResult.Value(apply(step.Value), input, step.Remainder)
            : TokenListParserResult.CastEmpty<TokenKind, T, Expression>(step);
}
