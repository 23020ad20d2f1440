using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Syntax;

/// <summary>Prints expressions with as few parentheses as keep their tree.</summary>
internal sealed class ExpressionPrinter(StringBuilder builder)
{
    private const int PipePrecedence = 5;
    private const int RangePrecedence = 7;
    private const int UnaryPrecedence = 10;
    private const int PostfixPrecedence = 11;

    private readonly StringPrinter _strings = new(builder);
    private int _brackets;

    /// <summary>Prints an expression or a part of one.</summary>
    public void Write(SyntaxNode node)
    {
        switch (node)
        {
            case Expression expression:
                Write(expression, isLast: true);
                break;
            case Argument argument:
                WriteArgument(argument, isLast: true);
                break;
            case MapEntry entry:
                WriteEntry(entry, isLast: true);
                break;
            case Identifier identifier:
                builder.Append(identifier.Text);
                break;
            case TextPart text:
                _strings.WriteText(text.Text, StringStyle.Double);
                break;
            case InterpolationPart { Expression: { } code }:
                Write(code, isLast: true);
                break;
            default:
                break;
        }
    }

    /// <summary>Prints an expression; a call without parentheses takes all that follows, so it needs them where something follows.</summary>
    public void Write(Expression expression, bool isLast) => Write(expression, isLast ? 0 : 1);

    public void WriteArguments(ImmutableArray<Argument> arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            builder.Append(i == 0 ? string.Empty : ", ");
            WriteArgument(arguments[i], i == arguments.Length - 1);
        }
    }

    /// <summary>Prints an expression where its first word would be taken for a statement word.</summary>
    public void WriteAsStatement(Expression expression)
    {
        int start = builder.Length;
        Write(expression, isLast: true);
        string text = builder.ToString(start, builder.Length - start);
        int end = CharacterClasses.FindNameEnd(text, 0);
        TokenKind kind = Words.KindOf(text.AsSpan(0, end));
        bool isPath = end < text.Length && (text[end] == '[' || (text[end] == '.' && !text.AsSpan(end).StartsWith("..")));
        if (kind is TokenKind.Word or TokenKind.Buttons or TokenKind.Dialog && !isPath)
        {
            builder.Insert(start, '(').Append(')');
        }
    }

    /// <summary>Prints the right side of an assignment, where a statement word with arguments would be a command.</summary>
    public void WriteAssigned(Expression value)
    {
        bool isCommand = FirstOf(value) is CallExpression { Module: null } call
            && Words.IsStatementWord(call.Name.Text)
            && !Words.AlsoFunctions.Contains(call.Name.Text);
        if (isCommand)
        {
            WriteGrouped(value);
        }
        else
        {
            Write(value, isLast: true);
        }
    }

    /// <summary>Prints the count of a <c>repeat</c>, which must not look like <c>x in list</c>.</summary>
    public void WriteCount(Expression count)
    {
        Expression first = count;
        while (first is BinaryExpression { Left: BinaryExpression left })
        {
            first = left;
        }

        if (first is BinaryExpression { Operator: BinaryOperator.In, Left: NameExpression })
        {
            WriteGrouped(count);
        }
        else
        {
            Write(count, isLast: true);
        }
    }

    /// <summary>Prints the first argument of <c>invoke</c> and its like.</summary>
    public void WriteName(Expression name, bool isLast)
    {
        if (name is CallExpression { Module: null, IsParenthesized: false })
        {
            WriteGrouped(name);
        }
        else
        {
            Write(name, isLast);
        }
    }

    private static Expression FirstOf(Expression expression) => expression switch
    {
        BinaryExpression binary => FirstOf(binary.Left),
        FieldExpression field => FirstOf(field.Target),
        IndexExpression index => FirstOf(index.Target),
        QueryExpression query => FirstOf(query.Target),
        _ => expression,
    };

    private static int PrecedenceOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And => 2,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 3,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => 4,
        BinaryOperator.Pipe => PipePrecedence,
        BinaryOperator.In or BinaryOperator.NotIn => 6,
        BinaryOperator.Range => RangePrecedence,
        BinaryOperator.Add or BinaryOperator.Subtract => 8,
        _ => 9,
    };

    private static string SymbolOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Multiply => " * ",
        BinaryOperator.Divide => " / ",
        BinaryOperator.Add => " + ",
        BinaryOperator.Subtract => " - ",
        BinaryOperator.Range => "..",
        BinaryOperator.In => " in ",
        BinaryOperator.NotIn => " not in ",
        BinaryOperator.Pipe => " |> ",
        BinaryOperator.Less => " < ",
        BinaryOperator.LessOrEqual => " <= ",
        BinaryOperator.Greater => " > ",
        BinaryOperator.GreaterOrEqual => " >= ",
        BinaryOperator.Equal => " == ",
        BinaryOperator.NotEqual => " != ",
        BinaryOperator.And => " and ",
        _ => " or ",
    };

    private static int PrecedenceOf(Expression expression) => expression switch
    {
        BinaryExpression { Operator: BinaryOperator.Pipe, Right: CallExpression { IsParenthesized: false, Arguments.IsEmpty: false } } => 0,
        BinaryExpression binary => PrecedenceOf(binary.Operator),
        UnaryExpression => UnaryPrecedence,
        CallExpression { IsParenthesized: false, Arguments.IsEmpty: false } => 0,
        _ => PostfixPrecedence,
    };

    private void Write(Expression expression, int precedence)
    {
        if (PrecedenceOf(expression) < precedence)
        {
            WriteGrouped(expression);
            return;
        }

        switch (expression)
        {
            case BinaryExpression binary:
                WriteBinary(binary);
                break;
            case UnaryExpression unary:
                WriteUnary(unary);
                break;
            case FieldExpression field:
                Write(field.Target, PostfixPrecedence);
                builder.Append('.');
                WriteNameOrString(field.Name.Text);
                break;
            case IndexExpression index:
                Write(index.Target, PostfixPrecedence);
                WriteBracketed('[', ']', () => Write(index.Index, isLast: true));
                break;
            case QueryExpression query:
                Write(query.Target, PostfixPrecedence);
                WriteBracketed('[', ']', () => WriteArguments(query.Terms));
                break;
            case CallExpression call:
                WriteCall(call);
                break;
            default:
                WritePrimary(expression);
                break;
        }
    }

    private void WritePrimary(Expression expression)
    {
        switch (expression)
        {
            case IntegerLiteral integer:
                builder.Append(CultureInfo.InvariantCulture, $"{integer.Value}");
                break;
            case FloatLiteral number:
                WriteFloat(number.Value);
                break;
            case BooleanLiteral boolean:
                builder.Append(boolean.Value ? "true" : "false");
                break;
            case AtomLiteral atom:
                builder.Append(':');
                WriteNameOrString(atom.Name);
                break;
            case StringExpression text:
                _strings.Write(text, code => WriteBracketed(string.Empty, "}", () => Write(code, isLast: true)));
                break;
            case NameExpression name:
                builder.Append(name.Name);
                break;
            case ConstantExpression constant:
                builder.Append('@').Append(constant.Name);
                break;
            case ListExpression list:
                WriteBracketed('[', ']', () => WriteArguments(list.Items));
                break;
            case MapExpression map:
                builder.Append('%');
                WriteBracketed('{', '}', () => WriteEntries(map.Entries));
                break;
            case TranslateExpression translation:
                builder.Append('_');
                WriteGrouped(translation.Operand);
                break;
            default:
                builder.Append("nil");
                break;
        }
    }

    private void WriteBinary(BinaryExpression binary)
    {
        int precedence = PrecedenceOf(binary.Operator);
        Write(binary.Left, binary.Operator == BinaryOperator.Range ? precedence + 1 : precedence);
        builder.Append(SymbolOf(binary.Operator));
        if (binary is { Operator: BinaryOperator.Pipe, Right: CallExpression call })
        {
            WriteCall(call);
        }
        else
        {
            Write(binary.Right, precedence + 1);
        }
    }

    private void WriteUnary(UnaryExpression unary)
    {
        bool isNegation = unary.Operator == UnaryOperator.Negate;
        builder.Append(isNegation ? '-' : '!');
        bool wouldJoin = isNegation && unary.Operand is UnaryExpression { Operator: UnaryOperator.Negate };
        Write(unary.Operand, wouldJoin ? PostfixPrecedence : UnaryPrecedence);
    }

    private void WriteCall(CallExpression call)
    {
        if (call.Module is not null)
        {
            builder.Append(call.Module.Text).Append('.');
        }

        builder.Append(call.Name.Text);
        if (call.IsParenthesized)
        {
            WriteBracketed('(', ')', () => WriteArguments(call.Arguments));
        }
        else if (!call.Arguments.IsEmpty)
        {
            builder.Append(' ');
            WriteArguments(call.Arguments);
        }
    }

    private void WriteArgument(Argument argument, bool isLast)
    {
        if (argument.Key is not null)
        {
            WriteKey(argument.Key.Text);
        }

        Write(argument.Value, isLast);
    }

    private void WriteEntries(ImmutableArray<MapEntry> entries)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            builder.Append(i == 0 ? string.Empty : ", ");
            WriteEntry(entries[i], i == entries.Length - 1);
        }
    }

    private void WriteEntry(MapEntry entry, bool isLast)
    {
        if (entry.Key is not null)
        {
            WriteKey(entry.Key.Text);
        }
        else if (entry.KeyExpression is not null)
        {
            Write(entry.KeyExpression, isLast: false);
            builder.Append(" => ");
        }

        Write(entry.Value, isLast);
    }

    /// <summary>Outside of brackets <c>do:</c> and <c>else:</c> would begin the body of a statement.</summary>
    private void WriteKey(string key)
    {
        if (_brackets == 0 && key is "do" or "else")
        {
            _strings.WriteQuoted(key);
        }
        else
        {
            WriteNameOrString(key);
        }

        builder.Append(": ");
    }

    private void WriteNameOrString(string text)
    {
        bool isName = text.Length > 0
            && (CharacterClasses.IsNameStart(text[0]) || CharacterClasses.IsCapital(text[0]))
            && CharacterClasses.FindNameEnd(text, 0) == text.Length;
        if (isName)
        {
            builder.Append(text);
        }
        else
        {
            _strings.WriteQuoted(text);
        }
    }

    private void WriteFloat(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        string mantissa = exponent < 0 ? text : text[..exponent];
        builder.Append(mantissa).Append(mantissa.Contains('.') ? string.Empty : ".0");
        if (exponent >= 0)
        {
            builder.Append('e').Append(text.AsSpan(exponent + 1));
        }
    }

    private void WriteGrouped(Expression expression) => WriteBracketed('(', ')', () => Write(expression, isLast: true));

    private void WriteBracketed(char open, char close, Action content) => WriteBracketed(open.ToString(), close.ToString(), content);

    private void WriteBracketed(string open, string close, Action content)
    {
        builder.Append(open);
        _brackets++;
        content();
        _brackets--;
        builder.Append(close);
    }
}
