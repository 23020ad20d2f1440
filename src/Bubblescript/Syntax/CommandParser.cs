using System.Collections.Immutable;
using Bubblescript.Syntax.Tree;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary><c>command = WORD [ args | "(" args ")" ]</c></summary>
internal static class CommandParser
{
    public static TokenListParserResult<TokenKind, CommandStatement> Parse(TokenList<TokenKind> input)
    {
        Token<TokenKind> token = input.Peek();
        Identifier word = Literals.Name(token);
        TokenList<TokenKind> rest = input.Skip();
        if (HasNoArguments(rest.PeekKind()))
        {
            return Command(input, word, [], word.Span, rest);
        }

        if (rest.PeekKind() == TokenKind.LeftParenthesis && EnclosesAllArguments(rest))
        {
            var enclosed = ExpressionGrammar.ParenthesizedArguments(rest);
            return enclosed.HasValue
                ? Command(input, word, enclosed.Value.Items, enclosed.Value.Close.ToSpan(), enclosed.Remainder)
                : TokenListParserResult.CastEmpty<TokenKind, (Token<TokenKind>, ImmutableArray<Argument>, Token<TokenKind>), CommandStatement>(enclosed);
        }

        TokenListParserResult<TokenKind, ImmutableArray<Argument>> arguments = Words.TakingName.Contains(word.Text)
            ? NameAndArguments(rest)
            : ExpressionGrammar.Arguments(rest);
        return arguments.HasValue
            ? Command(input, word, arguments.Value, arguments.Value[^1].Span, arguments.Remainder)
            : TokenListParserResult.CastEmpty<TokenKind, ImmutableArray<Argument>, CommandStatement>(arguments);
    }

    private static bool HasNoArguments(TokenKind kind) =>
        kind is TokenKind.Separator or TokenKind.EndOfFile or TokenKind.None or TokenKind.End or TokenKind.Else or TokenKind.ElseIf or TokenKind.After
            or TokenKind.ShortElse;

    private static TokenListParserResult<TokenKind, CommandStatement> Command(
        TokenList<TokenKind> input,
        Identifier word,
        ImmutableArray<Argument> arguments,
        SourceSpan last,
        TokenList<TokenKind> rest) =>
        TokenListParserResult.Value(new CommandStatement(word, arguments) { Span = SourceSpan.Covering(word.Span, last) }, input, rest);

    /// <summary>True for <c>say("a", class: "b")</c>, false for <c>say (1 + 2) * 3</c>: nothing follows the closing parenthesis.</summary>
    private static bool EnclosesAllArguments(TokenList<TokenKind> input)
    {
        int depth = 0;
        do
        {
            depth += input.PeekKind() switch
            {
                TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.IndexBracket or TokenKind.MapStart or TokenKind.InterpolationStart => 1,
                TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace or TokenKind.InterpolationEnd => -1,
                _ => 0,
            };
            input = input.Skip();
        }
        while (depth > 0 && input.PeekKind() is not (TokenKind.EndOfFile or TokenKind.None));

        return HasNoArguments(input.PeekKind());
    }

    /// <summary>The first argument of <c>invoke</c> and its like is a name, whatever that name means elsewhere.</summary>
    private static TokenListParserResult<TokenKind, ImmutableArray<Argument>> NameAndArguments(TokenList<TokenKind> input)
    {
        TokenListParserResult<TokenKind, Expression> name = ParseName(input);
        if (!name.HasValue)
        {
            return TokenListParserResult.CastEmpty<TokenKind, Expression, ImmutableArray<Argument>>(name);
        }

        Argument first = new(null, name.Value) { Span = name.Value.Span };
        if (name.Remainder.PeekKind() != TokenKind.Comma)
        {
            return ExpressionGrammar.IsNameLike(input.PeekKind()) && name.Remainder.PeekKind() is TokenKind.LeftBracket or TokenKind.String or TokenKind.MapStart
                ? Failures.Expected<ImmutableArray<Argument>>(name.Remainder, "','")
                : TokenListParserResult.Value<TokenKind, ImmutableArray<Argument>>([first], input, name.Remainder);
        }

        TokenListParserResult<TokenKind, ImmutableArray<Argument>> others = ExpressionGrammar.Arguments(name.Remainder.Skip());
        return others.HasValue
            ? TokenListParserResult.Value<TokenKind, ImmutableArray<Argument>>([first, .. others.Value], input, others.Remainder)
            : others;
    }

    private static TokenListParserResult<TokenKind, Expression> ParseName(TokenList<TokenKind> input)
    {
        Token<TokenKind> token = input.Peek();
        TokenList<TokenKind> rest = input.Skip();
        if (ExpressionGrammar.IsNameLike(token.Kind) && !ContinuesExpression(rest.PeekKind()))
        {
            Expression name = new NameExpression(token.ToStringValue()) { Span = token.ToSpan() };
            return TokenListParserResult.Value(name, input, rest);
        }

        return token.Kind == TokenKind.ModuleName ? ParseModuleFunction(input) : ExpressionGrammar.NameOrExpression(input);
    }

    private static bool ContinuesExpression(TokenKind kind) =>
        kind is TokenKind.Dot or TokenKind.IndexBracket or TokenKind.LeftParenthesis or TokenKind.And or TokenKind.Or or TokenKind.In or TokenKind.Not
            or (>= TokenKind.Plus and <= TokenKind.OrSymbol);

    /// <summary><c>mock LLM.complete, …</c>: the name of a module's function.</summary>
    private static TokenListParserResult<TokenKind, Expression> ParseModuleFunction(TokenList<TokenKind> input)
    {
        TokenList<TokenKind> dot = input.Skip();
        TokenList<TokenKind> name = dot.Skip();
        if (dot.PeekKind() != TokenKind.Dot || name.PeekKind() != TokenKind.Name || name.Skip().PeekKind() == TokenKind.LeftParenthesis)
        {
            return ExpressionGrammar.Expression(input);
        }

        Identifier function = Literals.Name(name.Peek());
        Identifier module = Literals.Name(input.Peek());
        Expression call = new CallExpression(module, function, [], IsParenthesized: false) { Span = SourceSpan.Covering(module.Span, function.Span) };
        return TokenListParserResult.Value(call, input, name.Skip());
    }
}
