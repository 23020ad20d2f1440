using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax.Tree;
using Superpower;
using Superpower.Model;
using static Bubblescript.Syntax.TokenKind;
using Token = Superpower.Parsers.Token;

namespace Bubblescript.Syntax;

/// <summary>
/// Top-level items (language reference, section 2, up to <c>test</c>). A head with a mistake keeps what could be read of it, so that the rest of
/// the bot still knows the declaration.
/// </summary>
internal static class DeclarationGrammar
{
    /// <summary><c>dialog = "dialog" [ NAME ] [ [ "," ] kwargs ] [ "when" expr ] body</c></summary>
    public static readonly TokenListParser<TokenKind, DialogDeclaration> Dialog =
        Parse.Sequence(Token.EqualTo(TokenKind.Dialog), ParseHead)
            .Then(static head => BodyOf(head.Item2.Error).Select(body =>
                new DialogDeclaration(head.Item2.Name, head.Item2.Options, head.Item2.Guard, body) { Span = Covering(head.Item1, body.Span) }));

    /// <summary><c>constant = CONST expr</c></summary>
    private static readonly TokenListParser<TokenKind, ScriptItem> ConstantDefinition = ParseConstant;

    private static readonly TokenListParser<TokenKind, ScriptItem> TopLevelDialog =
        Dialog.Select(static ScriptItem (dialog) => new DialogItem(dialog) { Span = dialog.Span });

    /// <summary><c>task = "task" ( NAME | kwargs ) [ "when" expr ] body</c></summary>
    private static readonly TokenListParser<TokenKind, ScriptItem> TaskDefinition =
        Parse.Sequence(Token.EqualTo(TokenKind.Task), ParseTaskHead)
            .Then(static head => BodyOf(head.Item2.Error).Select(ScriptItem (body) =>
                new TaskItem(head.Item2.Name, head.Item2.Options, head.Item2.Guard, body) { Span = Covering(head.Item1, body.Span) }));

    /// <summary><c>declare = "declare" "task" NAME "," kwargs</c></summary>
    private static readonly TokenListParser<TokenKind, ScriptItem> Declaration =
        Parse.Sequence(
                Parse.Sequence(Token.EqualTo(Declare), Token.EqualTo(TokenKind.Task)),
                ExpressionGrammar.Name,
                Token.EqualTo(Comma),
                ExpressionGrammar.KeyedArguments)
            .Select(static ScriptItem (declaration) => new DeclareTaskItem(declaration.Item2, declaration.Item4)
            {
                Span = Covering(declaration.Item1.Item1, declaration.Item4[^1].Span),
            });

    /// <summary><c>param = NAME [ "::" expr ]</c></summary>
    private static readonly TokenListParser<TokenKind, Parameter> FunctionParameter =
        Parse.Sequence(ParseParameterName, Token.EqualTo(DoubleColon).IgnoreThen(ExpressionGrammar.Expression).Select(static Expression? (schema) => schema).OptionalOrDefault())
            .Select(static parameter => new Parameter(parameter.Item1, parameter.Item2)
            {
                Span = SourceSpan.Covering(parameter.Item1.Span, (parameter.Item2 ?? (SyntaxNode)parameter.Item1).Span),
            });

    /// <summary><c>"(" [ param { "," param } ] ")" [ "::" expr ]</c></summary>
    private static readonly TokenListParser<TokenKind, (ImmutableArray<Parameter> Parameters, Expression? Schema)> Signature =
        Parse.Sequence(
                Token.EqualTo(LeftParenthesis),
                Lists.CommaSeparatedUntil(FunctionParameter, RightParenthesis),
                Token.EqualTo(RightParenthesis),
                Token.EqualTo(DoubleColon).IgnoreThen(ExpressionGrammar.Expression).Select(static Expression? (schema) => schema).OptionalOrDefault())
            .Select(static signature => (signature.Item2, signature.Item4));

    /// <summary><c>function = "function" NAME "(" [ param { "," param } ] ")" [ "::" expr ] body</c></summary>
    private static readonly TokenListParser<TokenKind, ScriptItem> FunctionDefinition = ParseFunction;

    /// <summary><c>test = "test" STRING body</c></summary>
    private static readonly TokenListParser<TokenKind, ScriptItem> TestDefinition =
        Parse.Sequence(Token.EqualTo(Test), ParseTestName)
            .Then(static head => BodyOf(null).Select(ScriptItem (body) => new TestItem(head.Item2, body) { Span = Covering(head.Item1, body.Span) }));

    /// <summary><c>item</c></summary>
    public static readonly TokenListParser<TokenKind, ScriptItem> Item = Choice.ByFirstToken(
        "a dialog, task, function, test or constant",
        (Constant, ConstantDefinition),
        (TokenKind.Dialog, TopLevelDialog),
        (TokenKind.Task, TaskDefinition),
        (Declare, Declaration),
        (Function, FunctionDefinition),
        (Test, TestDefinition));

    /// <summary>True for the first tokens of items.</summary>
    public static bool StartsItem(TokenKind kind) => kind is Constant or TokenKind.Dialog or TokenKind.Task or Declare or Function or Test;

    private static TokenListParserResult<TokenKind, DeclarationHead> ParseHead(TokenList<TokenKind> input)
    {
        TokenList<TokenKind> rest = input;
        Identifier? name = null;
        ImmutableArray<Argument> options = [];
        Expression? guard = null;
        SyntaxError? error = null;
        if (IsDeclaredName(rest))
        {
            name = Literals.Name(rest.Peek());
            rest = rest.Skip();
        }

        if (rest.PeekKind() == Comma || rest.PeekKind() is Key or StringKey)
        {
            rest = rest.PeekKind() == Comma ? rest.Skip() : rest;
            options = Keep(ExpressionGrammar.KeyedArguments(rest), ref rest, ref error);
            options = options.IsDefault ? [] : options;
        }

        if (error is null && rest.PeekKind() == When)
        {
            rest = rest.Skip();
            guard = Keep(ExpressionGrammar.Expression(rest), ref rest, ref error);
        }

        if (error is null && rest.PeekKind() is not (Do or ShortDo))
        {
            string[] expectations = guard is not null ? ["'do'"] : options.Length > 0 ? ["','", "'when'", "'do'"] : name is not null ? ["','", "'when'", "'do'"] : ["a name", "a trigger"];
            error = Explanations.Of(Failures.Expected<Expression>(rest, expectations));
        }

        rest = error is null ? rest : SkipToBody(rest);
        return TokenListParserResult.Value(new DeclarationHead(name, options, guard, error), input, rest);
    }

    /// <summary>A task without a name and without options could not be reached.</summary>
    private static TokenListParserResult<TokenKind, DeclarationHead> ParseTaskHead(TokenList<TokenKind> input)
    {
        TokenListParserResult<TokenKind, DeclarationHead> result = ParseHead(input);
        DeclarationHead head = result.Value;
        if (head.Name is not null || !head.Options.IsEmpty || head.Error is not null)
        {
            return result;
        }

        SyntaxError error = Explanations.Of(Failures.Expected<Expression>(input, "a name", "an event"));
        return TokenListParserResult.Value(head with { Error = error }, input, result.Remainder);
    }

    /// <summary>Dialogs and tasks may have any name that cannot be mistaken for the rest of the head.</summary>
    private static bool IsDeclaredName(TokenList<TokenKind> input)
    {
        TokenKind kind = input.PeekKind();
        return ExpressionGrammar.IsNameLike(kind)
            || (Words.IsHardReserved(kind) && kind is not (Do or When or End) && input.Skip().PeekKind() is Do or When or Comma or ShortDo or Key);
    }

    private static T? Keep<T>(TokenListParserResult<TokenKind, T> result, ref TokenList<TokenKind> rest, ref SyntaxError? error)
    {
        rest = result.Remainder;
        if (result.HasValue)
        {
            return result.Value;
        }

        error = Explanations.Of(result);
        return default;
    }

    private static TokenList<TokenKind> SkipToBody(TokenList<TokenKind> input)
    {
        while (input.PeekKind() is not (Do or ShortDo or Separator or EndOfFile or None))
        {
            input = input.Skip();
        }

        return input;
    }

    /// <summary>The body behind a head; it never fails, and begins with the error of the head, if there is one.</summary>
    private static TokenListParser<TokenKind, Block> BodyOf(SyntaxError? headError) => input =>
    {
        TokenListParserResult<TokenKind, Block> body = StatementGrammar.Body(input);
        TokenList<TokenKind> rest = body.Remainder;
        Block block;
        if (body.HasValue)
        {
            block = body.Value;
        }
        else if (headError is not null && input.PeekKind() is not (Do or ShortDo))
        {
            block = new Block([]) { Span = headError.Span };
        }
        else
        {
            ErrorStatement error = BlockParser.Recover(input, body, out rest);
            block = new Block([error]) { Span = error.Span };
        }

        if (headError is not null)
        {
            ErrorStatement first = new() { Error = headError, Span = headError.Span };
            block = new Block([first, .. block.Statements]) { Span = block.Span };
        }

        return TokenListParserResult.Value(block, input, rest);
    };

    private static TokenListParserResult<TokenKind, ScriptItem> ParseConstant(TokenList<TokenKind> input)
    {
        Token<TokenKind> name = input.Peek();
        TokenListParserResult<TokenKind, Expression> value = ExpressionGrammar.Expression(input.Skip());
        TokenList<TokenKind> rest = value.Remainder;
        Expression expression;
        if (value.HasValue)
        {
            expression = value.Value;
        }
        else
        {
            ErrorStatement error = BlockParser.Recover(input, value, out rest);
            expression = new ErrorExpression { Error = error.Error, Span = error.Span };
        }

        ScriptItem constant = new ConstantItem(Literals.ConstantName(name), expression) { Span = Covering(name, expression.Span) };
        return TokenListParserResult.Value(constant, input, rest);
    }

    private static TokenListParserResult<TokenKind, ScriptItem> ParseFunction(TokenList<TokenKind> input)
    {
        Token<TokenKind> name = input.Skip().Peek();
        bool isReserved = Words.IsHardReserved(name.Kind) || (ExpressionGrammar.IsNameLike(name.Kind) && Words.IsReserved(name.ToStringValue()));
        if (!isReserved && !ExpressionGrammar.IsNameLike(name.Kind))
        {
            return Failures.Expected<ScriptItem>(input.Skip(), "a name");
        }

        SyntaxError? error = isReserved
            ? new SyntaxError(Descriptors.ReservedWord, name.ToSpan(), $"'{name.Span}' is a reserved word and cannot name a function")
            : null;
        TokenListParserResult<TokenKind, (ImmutableArray<Parameter> Parameters, Expression? Schema)> signature = Signature(input.Skip().Skip());
        TokenList<TokenKind> rest = signature.Remainder;
        if (!signature.HasValue)
        {
            error ??= Explanations.Of(signature);
            rest = SkipToBody(rest);
        }

        TokenListParserResult<TokenKind, Block> body = BodyOf(error)(rest);
        ImmutableArray<Parameter> parameters = signature.HasValue ? signature.Value.Parameters : [];
        Expression? schema = signature.HasValue ? signature.Value.Schema : null;
        ScriptItem function = new FunctionItem(Literals.Name(name), parameters, schema, body.Value) { Span = Covering(input.Peek(), body.Value.Span) };
        return TokenListParserResult.Value(function, input, body.Remainder);
    }

    private static TokenListParserResult<TokenKind, Identifier> ParseParameterName(TokenList<TokenKind> input)
    {
        Token<TokenKind> token = input.Peek();
        if (Words.IsHardReserved(token.Kind))
        {
            return Failures.Reserved<Identifier>(input, token.ToStringValue());
        }

        return ExpressionGrammar.IsNameLike(token.Kind) && token.Span.AsReadOnlySpan()[0] != '_'
            ? Failures.Because<Identifier>(input, Descriptors.UnexpectedToken, $"the parameter '{token.Span}' is no local variable", $"write '_{token.Span}'")
            : ExpressionGrammar.Name(input);
    }

    private static TokenListParserResult<TokenKind, Expression> ParseTestName(TokenList<TokenKind> input) => input.PeekKind() switch
    {
        TokenKind.String or StringStart or Heredoc or HeredocStart => ExpressionGrammar.Primary(input),
        _ => Failures.Expected<Expression>(input, "the name of the test in quotes"),
    };

    private static SourceSpan Covering(Token<TokenKind> first, SourceSpan last) => SourceSpan.Covering(first.ToSpan(), last);
}
