using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax.Tree;
using Superpower;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>A whole script, with recovery between its items.</summary>
internal static class ScriptGrammar
{
    /// <summary><c>script = { SEP } { item { SEP } }</c></summary>
    public static readonly TokenListParser<TokenKind, ImmutableArray<ScriptItem>> Items = ParseItems;

    private static TokenListParserResult<TokenKind, ImmutableArray<ScriptItem>> ParseItems(TokenList<TokenKind> input)
    {
        ImmutableArray<ScriptItem>.Builder items = ImmutableArray.CreateBuilder<ScriptItem>();
        TokenList<TokenKind> rest = BlockParser.SkipSeparators(input);
        while (!IsAtEnd(rest))
        {
            rest = BlockParser.SkipSeparators(ParseItem(rest, items));
        }

        return TokenListParserResult.Value(items.DrainToImmutable(), input, rest);
    }

    private static TokenList<TokenKind> ParseItem(TokenList<TokenKind> input, ImmutableArray<ScriptItem>.Builder items)
    {
        if (!DeclarationGrammar.StartsItem(input.PeekKind()))
        {
            return SkipStatements(input, items);
        }

        TokenListParserResult<TokenKind, ScriptItem> item = DeclarationGrammar.Item(input);
        TokenListParserResult<TokenKind, ScriptItem> failure = item;
        if (item.HasValue)
        {
            items.Add(item.Value);
            if (item.Remainder.PeekKind() is TokenKind.Separator || IsAtEnd(item.Remainder))
            {
                return item.Remainder;
            }

            failure = Failures.Expected<ScriptItem>(item.Remainder, Failures.LineEnd);
        }

        AddError(items, BlockParser.Recover(input, failure, out TokenList<TokenKind> rest));
        return rest;
    }

    /// <summary>What belongs into a dialog but stands outside is reported once, however much of it there is.</summary>
    private static TokenList<TokenKind> SkipStatements(TokenList<TokenKind> input, ImmutableArray<ScriptItem>.Builder items)
    {
        TokenListParserResult<TokenKind, ScriptItem> failure = StartsStatement(input.PeekKind())
            ? Failures.Because<ScriptItem>(input, Descriptors.UnexpectedToken, $"'{input.Peek().Span}' cannot stand at the top level of a script", "put it into a dialog, a task or a function")
            : DeclarationGrammar.Item(input);
        AddError(items, BlockParser.Recover(input, failure, out TokenList<TokenKind> rest));
        ImmutableArray<Statement>.Builder skipped = ImmutableArray.CreateBuilder<Statement>();
        while (!IsAtEnd(rest) && !DeclarationGrammar.StartsItem(rest.PeekKind()))
        {
            rest = rest.PeekKind() is TokenKind.Separator or TokenKind.End or TokenKind.Else or TokenKind.ElseIf or TokenKind.After
                ? rest.Skip()
                : BlockParser.SkipStatement(rest, skipped);
        }

        return rest;
    }

    private static bool StartsStatement(TokenKind kind) =>
        kind is TokenKind.Name or TokenKind.CallName or TokenKind.Word or TokenKind.WordCall or TokenKind.Buttons or TokenKind.If or TokenKind.Unless
            or TokenKind.Branch or TokenKind.Repeat or TokenKind.Random or TokenKind.Once;

    private static void AddError(ImmutableArray<ScriptItem>.Builder items, ErrorStatement error) =>
        items.Add(new ErrorItem(new Block([error])) { Span = error.Span });

    private static bool IsAtEnd(TokenList<TokenKind> input) => input.PeekKind() is TokenKind.EndOfFile or TokenKind.None;
}
