using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bubblescript.Values;

/// <summary>
/// Values of YAML documents, by the core schema of YAML 1.2. Aliases share the value of their anchor, so no document becomes larger than it is
/// written; merge keys (<c>&lt;&lt;</c>) are applied.
/// </summary>
internal sealed class ValueYaml
{
    private const int DeepestInput = 256;

    private readonly Dictionary<AnchorName, Value> _anchors = [];
    private readonly Parser _parser;
    private readonly ExecutionLimits _limits;
    private int _entries;

    private ValueYaml(Parser parser, ExecutionLimits limits)
    {
        _parser = parser;
        _limits = limits;
    }

    /// <summary>The value of the first document, nil if there is none; an error signal that says what is wrong and where.</summary>
    public static Value Parse(string text, ExecutionLimits? limits = null)
    {
        try
        {
            using StringReader reader = new(text);
            Parser parser = new(reader);
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return default;
            }

            return new ValueYaml(parser, limits ?? ExecutionLimits.Default).Read(depth: 0);
        }
        catch (YamlException exception)
        {
            return Fail(exception.Start, exception.InnerException?.Message ?? exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The scanner throws these for some texts that are no YAML.
            return new RuntimeError("the text is no valid YAML").ToValue();
        }
    }

    /// <summary>The value of a scalar by its style, tag and text.</summary>
    internal static Value ReadScalar(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain && scalar.Tag.IsEmpty)
        {
            return scalar.Value;
        }

        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific && scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal))
        {
            return scalar.Value;
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => default,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => ReadNumber(scalar.Value),
        };
    }

    private static Value Fail(Mark mark, string reason)
    {
        int end = reason.IndexOf("): ", StringComparison.Ordinal);
        string plain = reason.StartsWith('(') && end > 0 ? reason[(end + 3)..] : reason;
        return new RuntimeError($"the text is no valid YAML (line {mark.Line}, column {mark.Column}): {plain.TrimEnd('.')}").ToValue();
    }

    private static Value ReadNumber(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().TrimStart("+-");
        if (digits.IsEmpty || digits.Length < text.Length - 1 || !(char.IsAsciiDigit(digits[0]) || (digits[0] == '.' && digits.Length > 1)))
        {
            return text;
        }

        if (digits.StartsWith("0x") && digits.Length == text.Length && long.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long hexadecimal))
        {
            return hexadecimal;
        }

        if (!digits.ContainsAnyExceptInRange('0', '9'))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? integer : text;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : text;
    }

    private Value Read(int depth)
    {
        if (depth > DeepestInput)
        {
            return Fail(_parser.Current?.Start ?? Mark.Empty, "it is nested too deeply");
        }

        if (++_entries > _limits.ListLength * 10L)
        {
            return LimitErrors.List(_limits);
        }

        if (_parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
        {
            return _anchors.TryGetValue(alias.Value, out Value shared) ? shared : Fail(alias.Start, $"the anchor {alias.Value} does not exist");
        }

        if (_parser.TryConsume<Scalar>(out Scalar? scalar))
        {
            return Remember(scalar, ReadScalar(scalar));
        }

        if (_parser.TryConsume<SequenceStart>(out SequenceStart? sequence))
        {
            return Remember(sequence, ReadSequence(depth));
        }

        return _parser.TryConsume<MappingStart>(out MappingStart? mapping) ? Remember(mapping, ReadMapping(depth)) : default;
    }

    private Value Remember(NodeEvent node, Value value)
    {
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = value;
        }

        return value;
    }

    private Value ReadSequence(int depth)
    {
        List<Value> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            Value item = Read(depth + 1);
            if (item.IsSignal)
            {
                return item;
            }

            items.Add(item);
        }

        return items.Count > _limits.ListLength ? LimitErrors.List(_limits) : ListValue.From(items);
    }

    private Value ReadMapping(int depth)
    {
        List<KeyValuePair<string, Value>> merged = [];
        List<KeyValuePair<string, Value>> entries = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Mark start = _parser.Current?.Start ?? Mark.Empty;
            string? plain = _parser.Accept<Scalar>(out Scalar? scalar) ? scalar.Value : null;
            Value key = Read(depth + 1);
            Value value = key.IsSignal ? key : Read(depth + 1);
            if (value.IsSignal)
            {
                return value;
            }

            if (plain is null && key.Kind is ValueKind.List or ValueKind.Map)
            {
                return Fail(start, "a key must be a text");
            }

            if (string.Equals(plain, "<<", StringComparison.Ordinal))
            {
                AddMerged(merged, value);
            }
            else
            {
                entries.Add(KeyValuePair.Create(plain ?? ValueText.ToText(key), value));
            }
        }

        return merged.Count + entries.Count > _limits.ListLength ? LimitErrors.List(_limits) : MapValue.From(merged.Concat(entries));
    }

    private static void AddMerged(List<KeyValuePair<string, Value>> merged, Value value)
    {
        foreach (Value source in (value.AsList() ?? ListValue.From([value])).Reverse())
        {
            merged.AddRange(source.AsMap() ?? MapValue.Empty);
        }
    }
}
