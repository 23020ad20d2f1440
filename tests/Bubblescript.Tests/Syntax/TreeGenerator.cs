using System.Collections.Immutable;
using System.Text;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Tests.Syntax;

/// <summary>Makes random trees of the shapes that the parser makes.</summary>
internal sealed class TreeGenerator(int seed)
{
    private static readonly string[] Names = ["x", "_y", "ok?", "main", "say", "type", "dialog", "mail", "event", "query", "counter", "a1", "buttons"];
    private static readonly string[] Keys = ["class", "do", "end", "User-Agent", "a b", "else", "timeout_dialog", "x", "Upper", "q\"uote", "#{no}", ""];
    private static readonly string[] Texts = ["hello", "a\nb", "\"", "'", "\\", "#", "#{", "{", "\t", " ", "é", "😀", "\"\"\"", "'''", "\n", "\r", "end\n", "  two\n   three\n", "`#<n>`"];
    private static readonly string[] KnownFunctions = ["length", "random", "http_get", "mail"];
    private static readonly string[] Words = ["say", "ask", "show", "type", "emit", "return", "invoke", "perform", "stop", "expect", "remember"];

    private readonly Random _random = new(seed);
    private int _budget = 60;

    public Script Script() => new(new SourceText("main.bubble", string.Empty), [.. Many(1, 4, Item)]);

    public Expression Expression()
    {
        _budget--;
        int kind = _budget <= 0 ? _random.Next(9) : _random.Next(22);
        return kind switch
        {
            0 => new IntegerLiteral(_random.Next(1000)),
            1 => new FloatLiteral(Pick(0.5, 1e300, 2.0, 1e-7, 123.25)),
            2 => new NilLiteral(),
            3 => new BooleanLiteral(_random.Next(2) == 0),
            4 => new AtomLiteral(Pick("a", "b c", "", "end", "ok?", "Get")),
            5 => new ConstantExpression(Pick("menu", "x1")),
            6 => Text(_random.Next(3) == 0),
            7 or 8 => new NameExpression(Pick(Names)),
            9 => new ListExpression(Arguments(0, 3)),
            10 => new MapExpression([.. Many(0, 3, Entry)]),
            11 => new UnaryExpression(Pick(UnaryOperator.Negate, UnaryOperator.Not), Expression()),
            12 => new FieldExpression(Expression(), new Identifier(Pick(Keys))),
            13 => new IndexExpression(Expression(), Expression()),
            14 => new QueryExpression(Expression(), [.. Many(1, 2, KeyedArgument)]),
            15 => new CallExpression(_random.Next(5) == 0 ? new Identifier("LLM") : null, new Identifier(Pick(Names)), Arguments(0, 3), IsParenthesized: true),
            16 => OpenCall(),
            17 => new TranslateExpression(Expression()),
            18 => new BinaryExpression(BinaryOperator.Pipe, Expression(), Piped()),
            _ => Binary(),
        };
    }

    private Expression Binary()
    {
        BinaryOperator[] operators = [.. Enum.GetValues<BinaryOperator>().Where(static operation => operation != BinaryOperator.Pipe)];
        return new BinaryExpression(Pick(operators), Expression(), Expression());
    }

    private CallExpression Piped() => _random.Next(3) switch
    {
        0 => new CallExpression(null, new Identifier(Pick(KnownFunctions)), [], IsParenthesized: false),
        1 => OpenCall(),
        _ => new CallExpression(null, new Identifier(Pick(KnownFunctions)), Arguments(0, 2), IsParenthesized: true),
    };

    private CallExpression OpenCall()
    {
        bool isKnown = _random.Next(2) == 0;
        return new CallExpression(null, new Identifier(isKnown ? Pick(KnownFunctions) : "frob"), StartedArguments(isKnown), IsParenthesized: false);
    }

    /// <summary>Arguments whose first token shows that a call without parentheses follows.</summary>
    private ImmutableArray<Argument> StartedArguments(bool isKnown)
    {
        Expression start = _random.Next(isKnown ? 7 : 5) switch
        {
            0 => new IntegerLiteral(_random.Next(10)),
            1 => Text(false),
            2 => new NameExpression(Pick(Names)),
            3 => new AtomLiteral("a"),
            4 => new MapExpression([]),
            5 => new ListExpression(Arguments(0, 2)),
            _ => new UnaryExpression(UnaryOperator.Negate, new IntegerLiteral(1)),
        };
        Expression first = _random.Next(3) == 0 ? new BinaryExpression(BinaryOperator.Add, start, Expression()) : start;
        return [new Argument(null, first), .. Arguments(0, 2)];
    }

    private ImmutableArray<Argument> Arguments(int least, int most) =>
    [
        .. Many(least, most, () => new Argument(null, Expression())),
        .. Many(0, _random.Next(2), KeyedArgument),
    ];

    private Argument KeyedArgument() => new(new Identifier(Pick(Keys)), Expression());

    private MapEntry Entry() => _random.Next(2) == 0
        ? new MapEntry(new Identifier(Pick(Keys)), null, Expression())
        : new MapEntry(null, Expression(), Expression());

    private StringExpression Text(bool withCode)
    {
        StringStyle style = Pick(StringStyle.Double, StringStyle.Single, StringStyle.DoubleHeredoc, StringStyle.SingleHeredoc);
        ImmutableArray<StringPart>.Builder parts = ImmutableArray.CreateBuilder<StringPart>();
        StringBuilder source = new();
        for (int i = _random.Next(4); i > 0; i--)
        {
            if (withCode && _random.Next(2) == 0)
            {
                Expression? code = _random.Next(5) == 0 ? null : Expression();
                parts.Add(new InterpolationPart(code));
                source.Append("#{").Append(code is null ? string.Empty : SyntaxPrinter.Print(code)).Append('}');
            }
            else if (parts.Count == 0 || parts[^1] is InterpolationPart)
            {
                string text = string.Concat(Many(1, 3, () => Pick(Texts)));
                parts.Add(new TextPart(text));
                source.Append(text);
            }
        }

        return new StringExpression(parts.ToImmutable(), style, _random.Next(5) == 0, source.ToString());
    }

    private ScriptItem Item() => _random.Next(6) switch
    {
        0 => new ConstantItem(new Identifier("menu"), Expression()),
        1 => new TaskItem(new Identifier("work"), [], Guard(), Block()),
        2 => new TaskItem(null, [.. Many(1, 2, KeyedArgument)], Guard(), Block()),
        3 => new FunctionItem(new Identifier("twice"), [.. Many(0, 2, () => new Parameter(new Identifier("_a"), Guard()))], Guard(), Block()),
        4 => new DeclareTaskItem(new Identifier("work"), [.. Many(1, 2, KeyedArgument)]),
        _ => new DialogItem(Dialog()),
    };

    private DialogDeclaration Dialog()
    {
        Identifier? name = _random.Next(2) == 0 ? new Identifier(Pick("main", "say", "test", "random", "__root__")) : null;
        return new DialogDeclaration(name, [.. Many(name is null ? 1 : 0, 2, KeyedArgument)], Guard(), Block());
    }

    private Expression? Guard() => _random.Next(2) == 0 ? Expression() : null;

    private Block Block() => new([.. Many(0, _budget > 0 ? 3 : 1, Statement)]);

    private Statement Statement()
    {
        _budget--;
        return (_budget <= 0 ? _random.Next(3) : _random.Next(12)) switch
        {
            0 or 1 => Command(),
            2 => new ExpressionStatement(Expression()),
            3 => new AssignStatement(Path(), Expression(), null),
            4 => new AssignStatement(Path(), null, new CommandStatement(new Identifier(Pick("ask", "query", "perform", "prompt")), [new Argument(null, new NameExpression("main"))])),
            5 => new IfStatement(_random.Next(2) == 0, Expression(), Block(), _random.Next(2) == 0 ? Block() : null),
            6 => new BranchStatement(Guard(), [.. Many(0, 3, Case)], _random.Next(2) == 0 ? Block() : null),
            7 => Repeat(),
            8 => new RandomStatement(Block()),
            9 => new OnceStatement(Block(), _random.Next(2) == 0 ? Block() : null),
            10 => new ButtonsStatement(Arguments(0, 2), [.. Many(0, 3, Case)]),
            _ => new DialogStatement(Dialog()),
        };
    }

    private BranchCase Case() => new(Expression(), Block());

    private RepeatStatement Repeat() => _random.Next(3) switch
    {
        0 => new RepeatStatement(null, null, Block()),
        1 => new RepeatStatement(null, Expression(), Block()),
        _ => new RepeatStatement(new Identifier(Pick("_x", "item")), Expression(), Block()),
    };

    private CommandStatement Command()
    {
        string word = Pick(Words);
        bool takesName = word is "invoke" or "perform";
        ImmutableArray<Argument> arguments = Arguments(0, 2);
        return new CommandStatement(new Identifier(word), takesName ? [new Argument(null, new NameExpression(Pick("main", "test", "say"))), .. arguments] : arguments);
    }

    private Expression Path()
    {
        Expression path = new NameExpression(Pick(Names));
        for (int i = _random.Next(3); i > 0; i--)
        {
            path = _random.Next(3) switch
            {
                0 => new FieldExpression(path, new Identifier(Pick(Keys))),
                1 => new IndexExpression(path, Expression()),
                _ => new QueryExpression(path, [.. Many(1, 2, KeyedArgument)]),
            };
        }

        return path;
    }

    private List<T> Many<T>(int least, int most, Func<T> make)
    {
        List<T> items = [];
        for (int i = _random.Next(least, most + 1); i > 0; i--)
        {
            items.Add(make());
        }

        return items;
    }

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
