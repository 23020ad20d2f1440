using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax.Tree;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>
/// From source text to syntax tree (language reference, sections 1 and 2). Every text gives a tree; what is wrong with it is reported, all mistakes
/// together. Safe for use by several threads.
/// </summary>
internal static class ScriptParser
{
    /// <summary>How many syntax errors of one file are shown.</summary>
    public const int MaximumErrors = 200;

    /// <summary>The names of the functions that a script defines, in order.</summary>
    public static ImmutableArray<string> FindFunctionNames(SourceText source)
    {
        if (!source.Text.Contains("function", StringComparison.Ordinal))
        {
            return [];
        }

        return FindFunctionNames(source.Text, distrustsLines: false) ?? FindFunctionNames(source.Text, distrustsLines: true) ?? [];
    }

    /// <summary>Parses a script.</summary>
    /// <param name="source">The file.</param>
    /// <param name="functionNames">The builtins and the functions of all scripts; they decide whether <c>name -1</c> and <c>name [1]</c> are calls.</param>
    /// <param name="diagnostics">Where mistakes are reported.</param>
    public static Script Parse(SourceText source, IReadOnlySet<string> functionNames, DiagnosticBag diagnostics)
    {
        ReviewedTokens reviewed = TokenReview.Review(source.Text, Tokenize(source, functionNames));
        SourceSpan whole = new(0, source.Text.Length);
        if (IsTooDeep(reviewed.Errors))
        {
            Report(source, reviewed.Errors, [], diagnostics);
            return new Script(source, []) { Span = whole };
        }

        ImmutableArray<ScriptItem> items = DeepStack.Run(reviewed.Nesting, () => ScriptGrammar.Items(reviewed.Tokens).Value);
        Report(source, reviewed.Errors, ErrorCollector.Collect(items), diagnostics);
        return new Script(source, items.RemoveAll(static item => item is ErrorItem)) { Span = whole };
    }

    /// <summary>Parses a text that is one expression; gives an <see cref="ErrorExpression"/> if it is none.</summary>
    /// <param name="source">The text.</param>
    /// <param name="functionNames">As in <see cref="Parse"/>.</param>
    /// <param name="diagnostics">Where mistakes are reported.</param>
    public static Expression ParseExpression(SourceText source, IReadOnlySet<string> functionNames, DiagnosticBag diagnostics)
    {
        ReviewedTokens reviewed = TokenReview.Review(source.Text, Tokenize(source, functionNames));
        if (IsTooDeep(reviewed.Errors))
        {
            Report(source, reviewed.Errors, [], diagnostics);
            return new ErrorExpression { Error = reviewed.Errors[0] };
        }

        TokenListParserResult<TokenKind, Expression> result =
            DeepStack.Run(reviewed.Nesting, () => ExpressionGrammar.Expression(BlockParser.SkipSeparators(reviewed.Tokens)));
        TokenList<TokenKind> rest = result.HasValue ? BlockParser.SkipSeparators(result.Remainder) : result.Remainder;
        if (result.HasValue && rest.PeekKind() == TokenKind.EndOfFile)
        {
            Report(source, reviewed.Errors, [], diagnostics);
            return result.Value;
        }

        SyntaxError error = Explanations.Of(result.HasValue ? Failures.Expected<Expression>(rest, "the end of the expression") : result);
        Report(source, reviewed.Errors, [error], diagnostics);
        return new ErrorExpression { Error = error, Span = error.Span };
    }

    /// <summary>Reads the tokens without keeping them; null where a string without end asks for the other reading.</summary>
    private static ImmutableArray<string>? FindFunctionNames(string text, bool distrustsLines)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        TokenScanner scanner = new(text, FrozenSet<string>.Empty, distrustsLines);
        TokenKind before = TokenKind.Separator;
        bool isFunction = false;
        while (scanner.MoveNext())
        {
            if (!distrustsLines && IsUnterminated(scanner.Kind))
            {
                return null;
            }

            if (isFunction && ExpressionGrammar.IsNameLike(scanner.Kind))
            {
                names.Add(text[scanner.Start..scanner.End]);
            }

            isFunction = scanner.Kind == TokenKind.Function && before == TokenKind.Separator;
            before = scanner.Kind;
        }

        return names.DrainToImmutable();
    }

    private static bool IsUnterminated(TokenKind kind) => kind is TokenKind.UnterminatedString or TokenKind.UnterminatedInterpolation;

    private static TokenList<TokenKind> Tokenize(SourceText source, IReadOnlySet<string> functionNames)
    {
        TokenList<TokenKind> tokens = new ScriptTokenizer(functionNames, distrustsLines: false).Tokenize(source.Text);
        foreach (Token<TokenKind> token in tokens)
        {
            if (IsUnterminated(token.Kind))
            {
                return new ScriptTokenizer(functionNames, distrustsLines: true).Tokenize(source.Text);
            }
        }

        return tokens;
    }

    private static bool IsTooDeep(IReadOnlyList<SyntaxError> errors)
    {
        foreach (SyntaxError error in errors)
        {
            if (error.Descriptor == Descriptors.TooDeep)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line that could not be read is not also reported as one that could not be parsed.</summary>
    private static void Report(SourceText source, IReadOnlyList<SyntaxError> lexical, IReadOnlyList<SyntaxError> grammatical, DiagnosticBag diagnostics)
    {
        if (lexical.Count == 0 && grammatical.Count == 0)
        {
            return;
        }

        HashSet<int> unreadable = [.. lexical.Where(IsUnreadable).Select(error => LineOf(source, error))];
        SyntaxError[] errors =
        [
            .. lexical
                .Concat(grammatical.Where(error => !unreadable.Contains(LineOf(source, error))))
                .OrderBy(static error => error.Span.Start),
        ];
        foreach (SyntaxError error in errors.AsSpan(0, Math.Min(errors.Length, MaximumErrors)))
        {
            diagnostics.Report(error.Descriptor, source, error.Span, error.Message, error.Hint);
        }

        if (errors.Length > MaximumErrors)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"there are more than {MaximumErrors} errors in this file");
            diagnostics.Report(Descriptors.TooManyErrors, source, errors[MaximumErrors].Span, message, "correct the first ones and check again");
        }
    }

    private static bool IsUnreadable(SyntaxError error) =>
        error.Descriptor != Descriptors.MissingEnd && error.Descriptor != Descriptors.InvalidEscape;

    private static int LineOf(SourceText source, SyntaxError error) => source.GetPosition(error.Span.Start).Line;
}
