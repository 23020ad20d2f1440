using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>
/// Bounds the depth of the syntax tree before it is built, so that neither the grammar nor any later stage that walks the tree can overflow the
/// stack. The measure is never smaller than the true depth.
/// </summary>
internal sealed class NestingGuard(List<SyntaxError> errors)
{
    /// <summary>How deeply blocks, brackets, interpolations, prefix operators and calls without parentheses may nest.</summary>
    public const int MaximumNesting = 250;

    /// <summary>The largest depth of an expression's tree, operators in a row included.</summary>
    public const int MaximumDepth = 1000;

    private readonly Stack<NestingGroup> _groups = [];
    private NestingGroup _group = new();
    private int _blocks;
    private int _calls;
    private TokenKind _previous = TokenKind.Separator;

    /// <summary>Reports the first place that is too deep; gives the deepest nesting up to it.</summary>
    public static int Check(ImmutableArray<Token<TokenKind>>.Builder tokens, List<SyntaxError> errors)
    {
        int deepest = 0;
        NestingGuard guard = new(errors);
        for (int i = 0; i < tokens.Count; i++)
        {
            ref readonly Token<TokenKind> token = ref tokens.ItemRef(i);
            guard.Visit(token.Kind);
            if (guard.Nesting > MaximumNesting || guard._group.Depth > MaximumDepth)
            {
                guard.Report(token);
                break;
            }

            deepest = Math.Max(deepest, guard.Nesting);
        }

        return deepest;
    }

    private int Nesting => _groups.Count + _blocks + _calls + _group.Prefixes;

    private void Report(Token<TokenKind> token) =>
        errors.Add(CreateError(token));

    private SyntaxError CreateError(Token<TokenKind> token) => Nesting > MaximumNesting
        ? new SyntaxError(Descriptors.TooDeep, token.ToSpan(), "the script is nested too deeply here", $"at most {MaximumNesting} levels of blocks and brackets are allowed")
        : new SyntaxError(Descriptors.TooDeep, token.ToSpan(), "this expression is too long", $"at most {MaximumDepth} operators in a row are allowed; use a variable or a list");

    private void Visit(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.IndexBracket or TokenKind.MapStart or TokenKind.InterpolationStart:
                _group.Postfixes++;
                _groups.Push(_group);
                _group = new NestingGroup();
                break;
            case TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace or TokenKind.InterpolationEnd:
                CloseGroup(kind);
                break;
            case TokenKind.Do:
                _blocks++;
                EndStatement();
                break;
            case TokenKind.End:
                _blocks = Math.Max(0, _blocks - 1);
                EndStatement();
                break;
            case TokenKind.Separator or TokenKind.Arrow or TokenKind.Else or TokenKind.ElseIf or TokenKind.After or TokenKind.Assign:
                EndStatement();
                break;
            case TokenKind.ShortDo or TokenKind.ShortElse:
                _group = new NestingGroup { Calls = _group.Calls + 1 };
                _calls++;
                break;
            case TokenKind.Comma:
                _group.EndElement();
                break;
            case TokenKind.CallName or TokenKind.WordCall:
                _group.Calls++;
                _calls++;
                break;
            case TokenKind.Bang or TokenKind.Not:
                _group.Prefixes++;
                break;
            case TokenKind.Minus when !Operators.EndsValue(_previous):
                _group.Prefixes++;
                break;
            case TokenKind.Dot:
                _group.Postfixes++;
                break;
            case (>= TokenKind.Plus and <= TokenKind.OrSymbol) or TokenKind.And or TokenKind.Or or TokenKind.In:
                _group.AddOperator();
                break;
            default:
                break;
        }

        _previous = kind;
    }

    private void CloseGroup(TokenKind kind)
    {
        if (_groups.Count == 0)
        {
            return;
        }

        int depth = _group.Depth;
        _calls -= _group.Calls;
        _group = _groups.Pop();
        _group.Postfixes -= kind == TokenKind.InterpolationEnd ? 1 : 0;
        _group.Child = Math.Max(_group.Child, depth + 1);
    }

    private void EndStatement()
    {
        if (_groups.Count == 0)
        {
            _calls = 0;
            _group = new NestingGroup();
        }
    }
}
