using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Builtins;
using Bubblescript.Queries;
using Bubblescript.Tests.Values;
using Bubblescript.Values;

namespace Bubblescript.Tests.Builtins;

/// <summary>
/// Evaluates the expressions that examples of builtins are made of: literals, lists, maps, calls, fields, indexes, <c>!</c>, <c>==</c>, <c>+</c>.
/// </summary>
internal sealed class ExpressionReader(string source, FunctionContext context, BuiltinLibrary library)
{
    private int _position;

    public static Value Evaluate(string source, FunctionContext? context = null, BuiltinLibrary? library = null)
    {
        ExpressionReader reader = new(source, context ?? new TestFunctionContext(), library ?? BuiltinLibrary.Default);
        Value value = reader.ReadExpression();
        reader.Skip();
        return reader._position == source.Length ? value : throw new InvalidOperationException($"'{source}' goes on at {reader._position}");
    }

    private Value ReadExpression()
    {
        Value left = ReadPostfix();
        while (true)
        {
            if (TryTake("=="))
            {
                left = ValueEquality.AreEqual(left, ReadPostfix(), context.Matcher);
            }
            else if (TryTake("+"))
            {
                left = Arithmetic.Add(left, ReadPostfix(), context.Locale, context.Limits);
            }
            else
            {
                return left;
            }
        }
    }

    private Value ReadPostfix()
    {
        if (TryTake("!"))
        {
            return !ReadPostfix().IsTruthy;
        }

        Value value = ReadPrimary();
        while (_position < source.Length && !value.IsSignal)
        {
            if (source[_position] == '[')
            {
                _position++;
                value = PathReader.ReadIndex(value, ReadExpression(), context.Locale, context.Limits);
                Expect("]");
            }
            else if (source[_position] == '.' && source[_position + 1] != '.')
            {
                _position++;
                value = PathReader.ReadField(value, ReadName(), context.Locale);
            }
            else if (source.AsSpan(_position).StartsWith(".."))
            {
                _position += 2;
                value = Sample.Range(value.AsInteger()!.Value, ReadPrimary().AsInteger()!.Value);
            }
            else
            {
                break;
            }
        }

        return value;
    }

    private Value ReadPrimary()
    {
        Skip();
        char character = source[_position];
        if (character == '"')
        {
            return ReadText();
        }

        if (char.IsAsciiDigit(character) || character == '-')
        {
            return ReadNumber();
        }

        if (TryTake("%{"))
        {
            return ReadEntries('}');
        }

        if (TryTake("["))
        {
            return ReadList();
        }

        if (TryTake(":"))
        {
            return Value.AtomOf(ReadName());
        }

        string name = ReadName();
        if (char.IsAsciiLetterUpper(name[0]) && TryTake("."))
        {
            return ReadCall($"{name}.{ReadName()}");
        }

        return name switch
        {
            "nil" => default,
            "true" => true,
            "false" => false,
            _ => ReadCall(name),
        };
    }

    private Value ReadCall(string name)
    {
        library.TryGet(name, out BuiltinFunction? function).Should().BeTrue($"{name} is a builtin");
        Expect("(");
        List<Value> arguments = [];
        List<string> keywords = [];
        while (!TryTake(")"))
        {
            if (TryReadKey(out string key))
            {
                keywords.Add(key);
            }

            arguments.Add(ReadExpression());
            TryTake(",");
        }

        CallPlan? plan = CallPlan.Create(function!, arguments.Count - keywords.Count, keywords, out ImmutableArray<CallProblem> problems);
        return plan is null ? FunctionContext.Fail(problems[0].Message) : plan.Invoke(arguments.ToArray(), context);
    }

    private Value ReadList()
    {
        List<Value> items = [];
        List<KeyValuePair<string, Value>> entries = [];
        while (!TryTake("]"))
        {
            if (TryReadKey(out string key))
            {
                entries.Add(KeyValuePair.Create(key, ReadExpression()));
            }
            else
            {
                items.Add(ReadExpression());
            }

            TryTake(",");
        }

        return entries.Count > 0 ? MapValue.From(entries) : ListValue.From(items);
    }

    private Value ReadEntries(char end)
    {
        List<KeyValuePair<string, Value>> entries = [];
        while (!TryTake(end.ToString()))
        {
            TryReadKey(out string key).Should().BeTrue();
            entries.Add(KeyValuePair.Create(key, ReadExpression()));
            TryTake(",");
        }

        return MapValue.From(entries);
    }

    private bool TryReadKey(out string key)
    {
        Skip();
        int start = _position;
        key = source[_position] == '"' ? ReadText() : char.IsAsciiLetter(source[_position]) || source[_position] == '_' ? ReadName() : string.Empty;
        if (key.Length > 0 && _position + 1 < source.Length && source[_position] == ':' && source[_position + 1] == ' ')
        {
            _position++;
            return true;
        }

        _position = start;
        return false;
    }

    private string ReadText()
    {
        System.Text.StringBuilder text = new();
        _position++;
        while (source[_position] != '"')
        {
            char character = source[_position++];
            if (character == '\\')
            {
                character = source[_position++] switch { 'n' => '\n', 't' => '\t', var other => other };
            }

            text.Append(character);
        }

        _position++;
        return text.ToString();
    }

    private Value ReadNumber()
    {
        int start = _position++;
        while (_position < source.Length && (char.IsAsciiDigit(source[_position])
            || (source[_position] == '.' && _position + 1 < source.Length && char.IsAsciiDigit(source[_position + 1]))))
        {
            _position++;
        }

        string text = source[start.._position];
        return text.Contains('.', StringComparison.Ordinal)
            ? Value.From(double.Parse(text, CultureInfo.InvariantCulture))
            : Value.From(long.Parse(text, CultureInfo.InvariantCulture));
    }

    private string ReadName()
    {
        int start = _position;
        while (_position < source.Length && (char.IsAsciiLetterOrDigit(source[_position]) || source[_position] == '_'))
        {
            _position++;
        }

        return _position > start ? source[start.._position] : throw new InvalidOperationException($"'{source}' has no name at {start}");
    }

    private void Expect(string text) => TryTake(text).Should().BeTrue($"'{source}' has {text} at {_position}");

    private bool TryTake(string text)
    {
        Skip();
        bool isThere = source.AsSpan(_position).StartsWith(text, StringComparison.Ordinal);
        _position += isThere ? text.Length : 0;
        return isThere;
    }

    private void Skip()
    {
        while (_position < source.Length && source[_position] == ' ')
        {
            _position++;
        }
    }
}
