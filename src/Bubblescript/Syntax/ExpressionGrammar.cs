using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax.Tree;
using Superpower;
using Superpower.Model;
using static Bubblescript.Syntax.TokenKind;
using Token = Superpower.Parsers.Token;

namespace Bubblescript.Syntax;

/// <summary>Expressions (language reference, section 2, from <c>args</c> on).</summary>
internal static class ExpressionGrammar
{
    private static readonly Func<Argument, Argument, string?> KeywordsLast = CheckOrder;

    /// <summary><c>expr</c>; the levels of operators are in <see cref="OperatorParser"/>.</summary>
    public static readonly TokenListParser<TokenKind, Expression> Expression = OperatorParser.Parse;

    /// <summary>A word that is used as a name: statement words are reserved only at the start of a statement.</summary>
    public static readonly TokenListParser<TokenKind, Token<TokenKind>> NameToken = Token.Matching<TokenKind>(IsNameLike, "a name");

    public static readonly TokenListParser<TokenKind, Identifier> Name = NameToken.Select(Literals.Name);

    /// <summary><c>KEY</c></summary>
    public static readonly TokenListParser<TokenKind, Identifier> KeyName =
        Token.EqualTo(Key).Select(Literals.Key)
            .Or(Token.EqualTo(StringKey).Select(Literals.StringKey));

    /// <summary><c>"." ( NAME | STRING )</c>, behind the dot.</summary>
    public static readonly TokenListParser<TokenKind, Identifier> FieldName =
        Token.EqualTo(TokenKind.Name).Select(Literals.Name)
            .Or(Token.EqualTo(ModuleName).Select(Literals.Name))
            .Or(Token.EqualTo(TokenKind.String).Select(Literals.FieldText))
            .Named("a field name");

    /// <summary><c>KEY expr</c></summary>
    public static readonly TokenListParser<TokenKind, Argument> KeyedArgument = ParseKeyedArgument;

    /// <summary><c>arg = expr | KEY expr</c></summary>
    public static readonly TokenListParser<TokenKind, Argument> Argument =
        Choice.ByKey(KeyedArgument, Expression.Select(static value => new Argument(null, value) { Span = value.Span }));

    /// <summary><c>args = arg { "," arg }</c>; keyword arguments come last.</summary>
    public static readonly TokenListParser<TokenKind, ImmutableArray<Argument>> Arguments =
        static input => Lists.ParseFrom(input, Argument!, None, KeywordsLast);

    /// <summary><c>kwargs = KEY expr { "," KEY expr }</c></summary>
    public static readonly TokenListParser<TokenKind, ImmutableArray<Argument>> KeyedArguments = Lists.CommaSeparated(KeyedArgument);

    /// <summary><c>"(" [ args ] ")"</c></summary>
    public static readonly TokenListParser<TokenKind, (Token<TokenKind> Open, ImmutableArray<Argument> Items, Token<TokenKind> Close)> ParenthesizedArguments =
        Parse.Sequence(Token.EqualTo(LeftParenthesis), ArgumentsUntil(RightParenthesis), Token.EqualTo(RightParenthesis));

    /// <summary><c>"[" [ args ] "]"</c></summary>
    private static readonly TokenListParser<TokenKind, Expression> List =
        Parse.Sequence(Token.EqualTo(LeftBracket), ArgumentsUntil(RightBracket), Token.EqualTo(RightBracket))
            .Select(static Expression (list) => new ListExpression(list.Item2) { Span = Covering(list.Item1, list.Item3) });

    /// <summary><c>pair = KEY expr | expr "=>" expr</c></summary>
    private static readonly TokenListParser<TokenKind, MapEntry> Pair =
        Choice.ByKey(
            KeyedArgument.Select(static pair => new MapEntry(pair.Key, null, pair.Value) { Span = pair.Span }),
            Parse.Sequence(Expression, Token.EqualTo(FatArrow), Expression)
                .Select(static pair => new MapEntry(null, pair.Item1, pair.Item3) { Span = SourceSpan.Covering(pair.Item1.Span, pair.Item3.Span) }));

    /// <summary><c>"%{" [ pair { "," pair } ] "}"</c></summary>
    private static readonly TokenListParser<TokenKind, Expression> Map =
        Parse.Sequence(Token.EqualTo(MapStart), Lists.CommaSeparatedUntil(Pair, RightBrace), Token.EqualTo(RightBrace))
            .Select(static Expression (map) => new MapExpression(map.Item2) { Span = Covering(map.Item1, map.Item3) });

    /// <summary><c>"(" expr ")"</c></summary>
    private static readonly TokenListParser<TokenKind, Expression> Grouped =
        Parse.Sequence(Token.EqualTo(LeftParenthesis), Expression, Token.EqualTo(RightParenthesis))
            .Select(static group => group.Item2);

    /// <summary><c>MODNAME "." NAME "(" [ args ] ")"</c></summary>
    private static readonly TokenListParser<TokenKind, Expression> DottedModuleCall =
        Parse.Sequence(Token.EqualTo(ModuleName), Token.EqualTo(Dot), Token.EqualTo(TokenKind.Name), ParenthesizedArguments)
            .Select(static Expression (call) => new CallExpression(Literals.Name(call.Item1), Literals.Name(call.Item3), call.Item4.Items, IsParenthesized: true)
            {
                Span = Covering(call.Item1, call.Item4.Close),
            });

    /// <summary><c>NAME args</c></summary>
    private static readonly TokenListParser<TokenKind, Expression> OpenCall =
        Parse.Sequence(NameToken, Parse.Ref(static () => Arguments!))
            .Select(static Expression (call) => new CallExpression(null, Literals.Name(call.Item1), call.Item2, IsParenthesized: false)
            {
                Span = SourceSpan.Covering(call.Item1.ToSpan(), call.Item2[^1].Span),
            });

    /// <summary><c>NAME "(" [ args ] ")" | "_" "(" expr ")" | NAME</c></summary>
    private static readonly TokenListParser<TokenKind, Expression> NameOrCall =
        static input => CallOrName(input, static (name, span) => new NameExpression(name.Text) { Span = span });

    /// <summary><c>primary</c></summary>
    public static readonly TokenListParser<TokenKind, Expression> Primary = Choice.ByFirstToken(
        Failures.Expression,
        (Integer, Token.EqualTo(Integer).Select(Literals.Integer)),
        (Float, Token.EqualTo(Float).Select(Literals.Float)),
        (TokenKind.String, Token.EqualTo(TokenKind.String).Select(Literals.String)),
        (Heredoc, Token.EqualTo(Heredoc).Select(Literals.Heredoc)),
        (StringStart, StringGrammar.Interpolated),
        (HeredocStart, StringGrammar.Interpolated),
        (Atom, Token.EqualTo(Atom).Select(Literals.Atom)),
        (Constant, Token.EqualTo(Constant).Select(Literals.Constant)),
        (True, Token.EqualTo(True).Select(static Expression (token) => new BooleanLiteral(true) { Span = token.ToSpan() })),
        (False, Token.EqualTo(False).Select(static Expression (token) => new BooleanLiteral(false) { Span = token.ToSpan() })),
        (Nil, Token.EqualTo(Nil).Select(static Expression (token) => new NilLiteral { Span = token.ToSpan() })),
        (LeftBracket, List),
        (MapStart, Map),
        (LeftParenthesis, Grouped),
        (ModuleName, ModuleCall),
        (CallName, OpenCall),
        (WordCall, OpenCall),
        (TokenKind.Name, NameOrCall),
        (Word, NameOrCall),
        (Buttons, NameOrCall),
        (Dialog, NameOrCall));

    /// <summary>What follows <c>|&gt;</c>: a call, whose parentheses may be left out when it has no further arguments.</summary>
    public static readonly TokenListParser<TokenKind, Expression> PipeTarget = Choice.ByFirstToken(
        "a call",
        (ModuleName, ModuleCall),
        (CallName, OpenCall),
        (WordCall, OpenCall),
        (TokenKind.Name, PipedName),
        (Word, PipedName));

    /// <summary><c>"[" expr "]"</c></summary>
    public static readonly TokenListParser<TokenKind, (Token<TokenKind> Open, Expression Index, Token<TokenKind> Close)> Index =
        Parse.Sequence(Token.EqualTo(IndexBracket), Expression, Token.EqualTo(RightBracket));

    /// <summary><c>"[" kwargs "]"</c></summary>
    public static readonly TokenListParser<TokenKind, (Token<TokenKind> Open, ImmutableArray<Argument> Terms, Token<TokenKind> Close)> Query =
        Parse.Sequence(Token.EqualTo(IndexBracket), Lists.CommaSeparatedUntil(KeyedArgument, RightBracket), Token.EqualTo(RightBracket));

    /// <summary>True for the tokens that can be names where no statement begins.</summary>
    public static bool IsNameLike(TokenKind kind) => kind is TokenKind.Name or CallName or Word or WordCall or Buttons or Dialog;

    /// <summary><c>"(" args</c> of the closing token's kind, with keyword arguments last.</summary>
    private static TokenListParser<TokenKind, ImmutableArray<Argument>> ArgumentsUntil(TokenKind closing) =>
        input => input.PeekKind() == closing
            ? TokenListParserResult.Value(ImmutableArray<Argument>.Empty, input, input)
            : Lists.ParseFrom(input, Argument!, closing, KeywordsLast);

    private static string? CheckOrder(Argument before, Argument argument) => before.Key is { } key && argument.Key is null
        ? $"BS0001\nan argument without a name cannot follow '{key.Text}:'\nput it before the named arguments"
        : null;

    private static TokenListParserResult<TokenKind, Argument> ParseKeyedArgument(TokenList<TokenKind> input)
    {
        TokenListParserResult<TokenKind, Identifier> key = KeyName(input);
        if (!key.HasValue)
        {
            return TokenListParserResult.CastEmpty<TokenKind, Identifier, Argument>(key);
        }

        TokenListParserResult<TokenKind, Expression> value = Words.NameOptions.Contains(key.Value.Text)
            ? NameOrExpression(key.Remainder)
            : Expression(key.Remainder);
        if (!value.HasValue)
        {
            return TokenListParserResult.CastEmpty<TokenKind, Expression, Argument>(value);
        }

        Argument argument = new(key.Value, value.Value) { Span = SourceSpan.Covering(key.Value.Span, value.Value.Span) };
        return TokenListParserResult.Value(argument, input, value.Remainder);
    }

    /// <summary>A name, also one that is reserved elsewhere, or an expression.</summary>
    public static TokenListParserResult<TokenKind, Expression> NameOrExpression(TokenList<TokenKind> input)
    {
        Token<TokenKind> token = input.Peek();
        TokenList<TokenKind> rest = input.Skip();
        bool isName = Words.IsHardReserved(token.Kind)
            && token.Kind is not (Do or End or Else or ElseIf or When or Not or And or Or or In or True or False or Nil)
            && rest.PeekKind() is Comma or ShortDo or ShortElse or Separator or Do or When or End or EndOfFile or RightParenthesis or RightBracket or RightBrace;
        if (!isName)
        {
            return Expression(input);
        }

        Expression name = new NameExpression(token.ToStringValue()) { Span = token.ToSpan() };
        return TokenListParserResult.Value(name, input, rest);
    }

    /// <summary>A call of a module; a capitalised name without dot is reported at its own place, not behind it.</summary>
    private static TokenListParserResult<TokenKind, Expression> ModuleCall(TokenList<TokenKind> input) => input.Skip().PeekKind() == Dot
        ? DottedModuleCall(input)
        : Failures.Because<Expression>(input, Descriptors.UnexpectedToken, $"unexpected '{input.Peek().ToStringValue()}'", "names begin with a small letter");

    private static TokenListParserResult<TokenKind, Expression> PipedName(TokenList<TokenKind> input) =>
        CallOrName(input, static (name, span) => new CallExpression(null, name, [], IsParenthesized: false) { Span = span });

    private static TokenListParserResult<TokenKind, Expression> CallOrName(TokenList<TokenKind> input, Func<Identifier, SourceSpan, Expression> withoutCall)
    {
        Token<TokenKind> token = input.Peek();
        TokenList<TokenKind> rest = input.Skip();
        Token<TokenKind> next = rest.Peek();
        Identifier name = Literals.Name(token);
        if (next.Kind != LeftParenthesis || next.Position.Line != token.Position.Line)
        {
            return TokenListParserResult.Value(withoutCall(name, name.Span), input, rest);
        }

        if (name.Text is "_")
        {
            TokenListParserResult<TokenKind, Expression> operand = Grouped(rest);
            return operand.HasValue
                ? TokenListParserResult.Value<TokenKind, Expression>(
                    new TranslateExpression(operand.Value) { Span = SourceSpan.Covering(name.Span, operand.Value.Span) },
                    input,
                    operand.Remainder)
                : operand;
        }

        TokenListParserResult<TokenKind, (Token<TokenKind> Open, ImmutableArray<Argument> Items, Token<TokenKind> Close)> arguments = ParenthesizedArguments(rest);
        if (!arguments.HasValue)
        {
            return TokenListParserResult.CastEmpty<TokenKind, (Token<TokenKind> Open, ImmutableArray<Argument> Items, Token<TokenKind> Close), Expression>(arguments);
        }

        Expression call = new CallExpression(null, name, arguments.Value.Items, IsParenthesized: true)
        {
            Span = SourceSpan.Covering(name.Span, arguments.Value.Close.ToSpan()),
        };
        return TokenListParserResult.Value(call, input, arguments.Remainder);
    }

    private static SourceSpan Covering(Token<TokenKind> first, Token<TokenKind> last) => SourceSpan.Covering(first.ToSpan(), last.ToSpan());
}
