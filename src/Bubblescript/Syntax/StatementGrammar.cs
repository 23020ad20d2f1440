using System.Collections.Immutable;
using Bubblescript.Syntax.Tree;
using Superpower;
using Superpower.Model;
using static Bubblescript.Syntax.TokenKind;
using Token = Superpower.Parsers.Token;

namespace Bubblescript.Syntax;

/// <summary>Statements and bodies (language reference, section 2, from <c>body</c> to <c>command</c>).</summary>
internal static class StatementGrammar
{
    /// <summary>A statement, behind the check that its first word begins one.</summary>
    public static readonly TokenListParser<TokenKind, Statement> Statement = ParseStatement;

    /// <summary><c>body = "do" block "end" | "," "do:" statement</c></summary>
    public static readonly TokenListParser<TokenKind, Block> Body =
        Parse.Sequence(Token.EqualTo(Do), BlockParser.UntilEnd, Token.EqualTo(End))
            .Select(static body => body.Item2 with { Span = SourceSpan.Covering(body.Item1.ToSpan(), body.Item3.ToSpan()) })
            .Or(Token.EqualTo(ShortDo).IgnoreThen(Statement).Select(Single));

    /// <summary><c>assign = path "=" ( command | expr )</c>, or an expression.</summary>
    private static readonly TokenListParser<TokenKind, Statement> AssignmentOrExpression = ParseAssignmentOrExpression;

    private static readonly TokenListParser<TokenKind, CommandStatement> Command = CommandParser.Parse;

    /// <summary><c>"else" block</c>; a chain of <c>else if</c>, reported before, becomes nested statements.</summary>
    private static readonly TokenListParser<TokenKind, Block?> ElseBlock =
        Token.EqualTo(Else).IgnoreThen(BlockParser.UntilEnd)
            .Or(Parse.Sequence(Token.EqualTo(ElseIf), ExpressionGrammar.Expression, Token.EqualTo(Do), Parse.Sequence(BlockParser.UntilElse, Parse.Ref(static () => ElseBlock!)))
                .Select(static chain => Single(new IfStatement(IsUnless: false, chain.Item2, chain.Item4.Item1, chain.Item4.Item2)
                {
                    Span = SourceSpan.Covering(chain.Item1.ToSpan(), chain.Item4.Item1.Span),
                })))
            .Select(static Block? (block) => block)
            .OptionalOrDefault();

    /// <summary><c>"do" block [ "else" block ] "end"</c></summary>
    private static readonly TokenListParser<TokenKind, (Block Then, Block? Else, SourceSpan End)> BlockBranches =
        Parse.Sequence(Token.EqualTo(Do), BlockParser.UntilElse, ElseBlock, Token.EqualTo(End))
            .Select(static branches => (branches.Item2, branches.Item3, branches.Item4.ToSpan()));

    /// <summary><c>"," "do:" statement [ "," "else:" statement ]</c></summary>
    private static readonly TokenListParser<TokenKind, (Block Then, Block? Else, SourceSpan End)> ShortBranches =
        Parse.Sequence(
                Token.EqualTo(ShortDo).IgnoreThen(Statement).Select(Single),
                Token.EqualTo(ShortElse).IgnoreThen(Statement).Select(static Block? (statement) => Single(statement)).OptionalOrDefault())
            .Select(static branches => (branches.Item1, branches.Item2, (branches.Item2 ?? branches.Item1).Span));

    /// <summary><c>if = ( "if" | "unless" ) expr …</c></summary>
    private static readonly TokenListParser<TokenKind, Statement> Conditional =
        Parse.Sequence(Token.EqualTo(If).Or(Token.EqualTo(Unless)), ExpressionGrammar.Expression, BlockBranches.Or(ShortBranches))
            .Select(static Statement (conditional) => new IfStatement(conditional.Item1.Kind == Unless, conditional.Item2, conditional.Item3.Then, conditional.Item3.Else)
            {
                Span = SourceSpan.Covering(conditional.Item1.ToSpan(), conditional.Item3.End),
            });

    /// <summary><c>branch = "branch" [ expr ] "do" { SEP } { case } [ "else" block ] "end"</c></summary>
    private static readonly TokenListParser<TokenKind, Statement> BranchBlock =
        Parse.Sequence(
                Parse.Sequence(Token.EqualTo(Branch), ExpressionGrammar.Expression.Select(static Expression? (subject) => subject).OptionalOrDefault(), Token.EqualTo(Do)),
                CaseParser.Parse,
                ElseBlock,
                Token.EqualTo(End))
            .Select(static Statement (branch) => new BranchStatement(branch.Item1.Item2, branch.Item2, branch.Item3)
            {
                Span = SourceSpan.Covering(branch.Item1.Item1.ToSpan(), branch.Item4.ToSpan()),
            });

    /// <summary><c>NAME "in" expr | expr</c></summary>
    private static readonly TokenListParser<TokenKind, (Identifier? Variable, Expression? Source)> RepeatHead =
        Parse.Sequence(ExpressionGrammar.Name, Token.EqualTo(In), ExpressionGrammar.Expression)
            .Select(static (Identifier? Variable, Expression? Source) (loop) => (loop.Item1, loop.Item3))
            .Try()
            .Or(ExpressionGrammar.Expression.Select(static (Identifier? Variable, Expression? Source) (count) => (null, count)))
            .OptionalOrDefault();

    /// <summary><c>repeat = "repeat" [ NAME "in" expr | expr ] body</c></summary>
    private static readonly TokenListParser<TokenKind, Statement> Loop =
        Parse.Sequence(Token.EqualTo(Repeat), ParseRepeatHead, Body)
            .Select(static Statement (loop) => new RepeatStatement(loop.Item2.Variable, loop.Item2.Source, loop.Item3)
            {
                Span = SourceSpan.Covering(loop.Item1.ToSpan(), loop.Item3.Span),
            });

    /// <summary><c>random = "random" "do" block "end"</c></summary>
    private static readonly TokenListParser<TokenKind, Statement> RandomBlock =
        Parse.Sequence(Token.EqualTo(TokenKind.Random), Body)
            .Select(static Statement (random) => new RandomStatement(random.Item2)
            {
                Span = SourceSpan.Covering(random.Item1.ToSpan(), random.Item2.Span),
            });

    /// <summary><c>once = "once" "do" block [ "after" block ] "end"</c></summary>
    private static readonly TokenListParser<TokenKind, Statement> OnceBlock =
        Parse.Sequence(
                Parse.Sequence(Token.EqualTo(Once), Token.EqualTo(Do)),
                BlockParser.UntilAfter,
                Token.EqualTo(After).IgnoreThen(BlockParser.UntilEnd).Select(static Block? (block) => block).OptionalOrDefault(),
                Token.EqualTo(End))
            .Select(static Statement (once) => new OnceStatement(once.Item2, once.Item3)
            {
                Span = SourceSpan.Covering(once.Item1.Item1.ToSpan(), once.Item4.ToSpan()),
            });

    /// <summary><c>buttons = "buttons" [ args ] "do" { SEP } { expr "->" block } "end"</c></summary>
    private static readonly TokenListParser<TokenKind, Statement> ButtonsBlock =
        Parse.Sequence(
                Token.EqualTo(Buttons),
                Parse.Sequence(ParseButtonArguments, Token.EqualTo(Do)),
                CaseParser.Parse,
                Token.EqualTo(End))
            .Select(static Statement (buttons) => new ButtonsStatement(buttons.Item2.Item1, buttons.Item3)
            {
                Span = SourceSpan.Covering(buttons.Item1.ToSpan(), buttons.Item4.ToSpan()),
            });

    private static readonly TokenListParser<TokenKind, Statement> InnerDialog =
        Parse.Ref(static () => DeclarationGrammar.Dialog)
            .Select(static Statement (dialog) => new DialogStatement(dialog) { Span = dialog.Span });

    /// <summary><c>statement</c>, by its first word.</summary>
    private static readonly TokenListParser<TokenKind, Statement> WordStatement = Choice.ByFirstToken(
        Failures.Statement,
        (If, Conditional),
        (Unless, Conditional),
        (Branch, BranchBlock),
        (Repeat, Loop),
        (TokenKind.Random, RandomBlock),
        (Once, OnceBlock),
        (Buttons, ButtonsBlock),
        (Dialog, InnerDialog),
        (Word, Command.Select(static Statement (command) => command)),
        (WordCall, Command.Select(static Statement (command) => command)));

    private static Block Single(Statement statement) => new([statement]) { Span = statement.Span };

    private static TokenListParserResult<TokenKind, Statement> ParseStatement(TokenList<TokenKind> input)
    {
        Token<TokenKind> token = input.Peek();
        switch (token.Kind)
        {
            case Word or WordCall or Dialog or Buttons:
                return input.Skip().PeekKind() is Dot or IndexBracket or Assign ? AssignmentOrExpression(input) : WordStatement(input);
            case If or Unless or Branch or Repeat or TokenKind.Random or Once when input.Skip().PeekKind() != Assign:
                return WordStatement(input);
            case TokenKind.Task or Function or Declare or Test when input.Skip().PeekKind() != Assign:
                return Failures.Because<Statement>(input, Diagnostics.Descriptors.UnexpectedToken, $"'{token.Span}' cannot stand among statements", "it belongs to the top level of a script");
            default:
                return Words.IsHardReserved(token.Kind) && input.Skip().PeekKind() == Assign
                    ? Failures.Reserved<Statement>(input, token.ToStringValue())
                    : AssignmentOrExpression(input);
        }
    }

    private static TokenListParserResult<TokenKind, Statement> ParseAssignmentOrExpression(TokenList<TokenKind> input)
    {
        TokenListParserResult<TokenKind, Expression> target = ExpressionGrammar.Expression(input);
        if (!target.HasValue)
        {
            return target.Remainder == input && target.ErrorMessage is null
                ? Failures.Expected<Statement>(input, Failures.Statement)
                : TokenListParserResult.CastEmpty<TokenKind, Expression, Statement>(target);
        }

        if (target.Remainder.PeekKind() != Assign)
        {
            Statement statement = new ExpressionStatement(target.Value) { Span = target.Value.Span };
            return TokenListParserResult.Value(statement, input, target.Remainder);
        }

        Expression root = RootOf(target.Value);
        if (root is not (NameExpression or ConstantExpression))
        {
            return Failures.Because<Statement>(target.Remainder, Diagnostics.Descriptors.UnexpectedToken, "only a variable or a part of one can be assigned to", "to compare, use '=='");
        }

        return root is NameExpression name && Words.IsHardReserved(name.Name)
            ? Failures.Reserved<Statement>(input, name.Name)
            : ParseAssigned(target.Value, input, target.Remainder.Skip());
    }

    private static TokenListParserResult<TokenKind, Statement> ParseAssigned(Expression target, TokenList<TokenKind> input, TokenList<TokenKind> rest)
    {
        if (StartsCommand(rest))
        {
            TokenListParserResult<TokenKind, CommandStatement> command = Command(rest);
            return command.HasValue
                ? Assigned(new AssignStatement(target, null, command.Value), command.Value.Span, command.Remainder)
                : TokenListParserResult.CastEmpty<TokenKind, CommandStatement, Statement>(command);
        }

        TokenListParserResult<TokenKind, Expression> value = ExpressionGrammar.Expression(rest);
        return value.HasValue
            ? Assigned(new AssignStatement(target, value.Value, null), value.Value.Span, value.Remainder)
            : TokenListParserResult.CastEmpty<TokenKind, Expression, Statement>(value);

        TokenListParserResult<TokenKind, Statement> Assigned(Statement statement, SourceSpan last, TokenList<TokenKind> remainder) =>
            TokenListParserResult.Value(statement with { Span = SourceSpan.Covering(target.Span, last) }, input, remainder);
    }

    /// <summary>True where the right side of <c>=</c> is a command: a statement word with arguments that is no function.</summary>
    private static bool StartsCommand(TokenList<TokenKind> input)
    {
        Token<TokenKind> token = input.Peek();
        bool hasArguments = token.Kind == WordCall || (token.Kind == Word && input.Skip().PeekKind() == LeftParenthesis);
        return hasArguments && !Words.AlsoFunctions.Contains(token.ToStringValue());
    }

    private static Expression RootOf(Expression path)
    {
        while (true)
        {
            switch (path)
            {
                case FieldExpression field:
                    path = field.Target;
                    break;
                case IndexExpression index:
                    path = index.Target;
                    break;
                case QueryExpression query:
                    path = query.Target;
                    break;
                default:
                    return path;
            }
        }
    }

    private static TokenListParserResult<TokenKind, (Identifier? Variable, Expression? Source)> ParseRepeatHead(TokenList<TokenKind> input)
    {
        Token<TokenKind> token = input.Peek();
        bool isReserved = token.Span.AsReadOnlySpan() is "random" || (Words.IsHardReserved(token.Kind) && token.Kind is not (True or False or Nil));
        if (isReserved && input.Skip().PeekKind() == In)
        {
            return Failures.Reserved<(Identifier?, Expression?)>(input, token.ToStringValue());
        }

        return RepeatHead(input);
    }

    private static TokenListParserResult<TokenKind, ImmutableArray<Argument>> ParseButtonArguments(TokenList<TokenKind> input) =>
        input.PeekKind() == Do
            ? TokenListParserResult.Value(ImmutableArray<Argument>.Empty, input, input)
            : ExpressionGrammar.Arguments(input);
}
