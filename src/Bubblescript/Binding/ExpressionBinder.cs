using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Queries;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>Makes executable nodes of expressions and reports names, calls and literals that cannot work (language reference, sections 2, 3 and 11).</summary>
internal sealed partial class ExpressionBinder(ExpressionScope scope, SourceText source)
{
    private const int DeepestExpression = 400;

    private int _depth;

    private BindingSession Session => scope.Session;

    public SourcePlace PlaceOf(SyntaxNode node) => new(source, node.Span);

    /// <summary>The executable form of an expression; a nil literal in place of what has been reported.</summary>
    public EvaluationNode Bind(Expression expression)
    {
        if (_depth >= DeepestExpression)
        {
            Session.Report(Descriptors.TooDeep, PlaceOf(expression), $"the expression is nested more than {DeepestExpression} levels deep", "assign parts of it to variables");
            return Nil(expression);
        }

        _depth++;
        EvaluationNode node = BindCore(expression);
        _depth--;
        return node;
    }

    public EvaluationNode[] BindAll(ReadOnlySpan<Expression> expressions)
    {
        EvaluationNode[] nodes = expressions.Length == 0 ? [] : new EvaluationNode[expressions.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Bind(expressions[i]);
        }

        return nodes;
    }

    /// <summary>The executable forms of the values of arguments.</summary>
    public EvaluationNode[] BindAll(ReadOnlySpan<Argument> arguments)
    {
        EvaluationNode[] nodes = arguments.Length == 0 ? [] : new EvaluationNode[arguments.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Bind(arguments[i].Value);
        }

        return nodes;
    }

    /// <summary>Keyword arguments as one map.</summary>
    public EvaluationNode BindKeywords(ReadOnlySpan<Argument> keywords, SourcePlace place)
    {
        MapNodeEntry[] entries = new MapNodeEntry[keywords.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new MapNodeEntry(keywords[i].Key!.Text, null, Bind(keywords[i].Value));
        }

        return MakeMap(place, entries);
    }

    /// <summary>The arguments that have a name; all that have none stand before them.</summary>
    public static ReadOnlySpan<Argument> KeywordsOf(ReadOnlySpan<Argument> arguments)
    {
        int first = arguments.Length;
        while (first > 0 && arguments[first - 1].Key is not null)
        {
            first--;
        }

        return arguments[first..];
    }

    public SourcePlace PlaceOf(ReadOnlySpan<Argument> arguments) => new(source, SourceSpan.Covering(arguments[0].Span, arguments[^1].Span));

    private LiteralNode Nil(SyntaxNode node) => new(PlaceOf(node), default);

    private EvaluationNode BindCore(Expression expression) => expression switch
    {
        NilLiteral or ErrorExpression => Nil(expression),
        BooleanLiteral literal => new LiteralNode(PlaceOf(literal), literal.Value),
        IntegerLiteral literal => new LiteralNode(PlaceOf(literal), literal.Value),
        FloatLiteral literal => new LiteralNode(PlaceOf(literal), literal.Value),
        AtomLiteral literal => new LiteralNode(PlaceOf(literal), Value.AtomOf(literal.Name)),
        StringExpression text => BindString(text),
        TranslateExpression translate => BindTranslate(translate),
        NameExpression name => scope.BindName(name.Name, PlaceOf(name)),
        ConstantExpression constant => BindConstant(constant),
        ListExpression list => BindList(list),
        MapExpression map => MakeMap(PlaceOf(map), [.. map.Entries.Select(BindEntry)]),
        UnaryExpression unary => BindUnary(unary),
        BinaryExpression binary => BindBinary(binary),
        FieldExpression field => new FieldNode(PlaceOf(field), Bind(field.Target), field.Name.Text),
        IndexExpression index => BindIndex(index),
        QueryExpression query => BindQuery(query),
        CallExpression call => BindCall(call, piped: null),
        _ => throw new InvalidOperationException($"The expression {expression.GetType().Name} has no executable form."),
    };

    private EvaluationNode BindConstant(ConstantExpression constant)
    {
        if (scope.Constants.Find(constant.Name) is { } symbol)
        {
            scope.NoteConstant(symbol);
            return new ConstantNode(PlaceOf(constant), symbol.Cell);
        }

        Session.Report(
            Descriptors.UnknownConstant,
            PlaceOf(constant),
            $"unknown constant '@{constant.Name}'",
            NameSuggestion.Hint(constant.Name, scope.Constants.AllNames(), "@"));
        return Nil(constant);
    }

    private EvaluationNode BindList(ListExpression list)
    {
        ReadOnlySpan<Argument> items = list.Items.AsSpan();
        ReadOnlySpan<Argument> keywords = KeywordsOf(items);
        if (keywords.Length == 0)
        {
            return MakeList(PlaceOf(list), BindAll(items));
        }

        EvaluationNode map = BindKeywords(keywords, keywords.Length == items.Length ? PlaceOf(list) : PlaceOf(keywords));
        return keywords.Length == items.Length
            ? map
            : MakeList(PlaceOf(list), [.. BindAll(items[..^keywords.Length]), map]);
    }

    private MapNodeEntry BindEntry(MapEntry entry)
    {
        EvaluationNode value = Bind(entry.Value);
        if (entry.Key is { } key)
        {
            return new MapNodeEntry(key.Text, null, value);
        }

        EvaluationNode computed = Bind(entry.KeyExpression!);
        return computed is LiteralNode literal
            ? new MapNodeEntry(ValueText.ToText(literal.Value, Session.Locale), null, value)
            : new MapNodeEntry(null, computed, value);
    }

    /// <summary>A list; a literal one is made once, now.</summary>
    private static EvaluationNode MakeList(SourcePlace place, EvaluationNode[] items) =>
        Array.TrueForAll(items, static item => item is LiteralNode)
            ? new LiteralNode(place, ListValue.From(items.Select(static item => ((LiteralNode)item).Value)))
            : new ListNode(place, items);

    /// <summary>A map; a literal one is made once, now.</summary>
    private static EvaluationNode MakeMap(SourcePlace place, MapNodeEntry[] entries) =>
        Array.TrueForAll(entries, static entry => entry.Key is not null && entry.Value is LiteralNode)
            ? new LiteralNode(place, MapValue.From(entries.Select(static entry => KeyValuePair.Create(entry.Key!, ((LiteralNode)entry.Value).Value))))
            : new MapNode(place, entries);

    private EvaluationNode BindUnary(UnaryExpression unary)
    {
        EvaluationNode operand = Bind(unary.Operand);
        SourcePlace place = PlaceOf(unary);
        if (unary.Operator == UnaryOperator.Not)
        {
            return new NotNode(place, operand);
        }

        Value negated = operand is LiteralNode { Value.IsNumber: true } literal ? Arithmetic.Negate(literal.Value) : default;
        return negated.IsNumber ? new LiteralNode(place, negated) : new NegateNode(place, operand);
    }

    private EvaluationNode BindBinary(BinaryExpression binary)
    {
        if (binary.Operator == BinaryOperator.Pipe)
        {
            return BindPipe(binary);
        }

        EvaluationNode left = Bind(binary.Left);
        EvaluationNode right = Bind(binary.Right);
        SourcePlace place = PlaceOf(binary);
        return binary.Operator switch
        {
            BinaryOperator.Add => new AddNode(place, left, right),
            BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide => new ArithmeticNode(place, binary.Operator, left, right),
            BinaryOperator.Range => new RangeNode(place, left, right),
            BinaryOperator.In => new MembershipNode(place, isNegated: false, left, right),
            BinaryOperator.NotIn => new MembershipNode(place, isNegated: true, left, right),
            BinaryOperator.Equal => new EqualityNode(place, isNegated: false, left, right),
            BinaryOperator.NotEqual => new EqualityNode(place, isNegated: true, left, right),
            BinaryOperator.And => new LogicNode(place, isOr: false, left, right),
            BinaryOperator.Or => new LogicNode(place, isOr: true, left, right),
            _ => new OrderingNode(place, binary.Operator, left, right),
        };
    }

    private EvaluationNode BindPipe(BinaryExpression pipe)
    {
        switch (pipe.Right)
        {
            case CallExpression call:
                return BindCall(call, pipe.Left);
            case NameExpression name:
                return BindCall(new CallExpression(null, new Identifier(name.Name) { Span = name.Span }, [], IsParenthesized: true) { Span = name.Span }, pipe.Left);
            case ErrorExpression:
                Bind(pipe.Left);
                return Nil(pipe);
            default:
                Session.Report(Descriptors.UnexpectedToken, PlaceOf(pipe.Right), "the right side of '|>' must be a call", "write for example 'list |> join(\", \")'");
                Bind(pipe.Left);
                return Nil(pipe);
        }
    }

    private EvaluationNode BindIndex(IndexExpression index)
    {
        EvaluationNode target = Bind(index.Target);
        EvaluationNode step = Bind(index.Index);
        string? key = step is LiteralNode { Value: var value } ? value.AsText() : null;
        return key is not null ? new FieldNode(PlaceOf(index), target, key) : new IndexNode(PlaceOf(index), target, step);
    }

    private EvaluationNode BindQuery(QueryExpression query)
    {
        EvaluationNode target = Bind(query.Target);
        EvaluationNode terms = BindKeywords(query.Terms.AsSpan(), PlaceOf(query.Terms.AsSpan()));
        CheckLiteralQuery(terms);
        return terms is LiteralNode literal && CompiledQuery.Compile(literal.Value, ExecutionLimits.Default, out _) is { } compiled
            ? new LiteralQueryNode(PlaceOf(query), target, compiled)
            : new IndexNode(PlaceOf(query), target, terms);
    }
}
