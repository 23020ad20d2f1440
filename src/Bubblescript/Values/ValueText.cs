using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary>Text conversion (language reference, section 3.2).</summary>
internal static class ValueText
{
    /// <summary>
    /// The text of a value. A text that would be longer than <paramref name="maximumLength"/> is cut after one character more, so that the
    /// length check of whoever uses it reports it; <see cref="Convert"/> reports it itself.
    /// </summary>
    public static string ToText(Value value, LocaleContext? locale = null, int maximumLength = 1_048_576)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                return value.AsString()!;
            case ValueKind.Nil:
                return string.Empty;
            case ValueKind.Boolean:
                return value.IsTruthy ? "true" : "false";
            case ValueKind.Integer:
                return NumberText.Format(value.RawInteger);
            case ValueKind.Float:
                return NumberText.Format(value.RawFloat);
            case ValueKind.Atom:
                return value.AsAtom()!;
            case ValueKind.Record when value.AsRecord() is { RecordKind: RecordKind.Message } message && Operand.TextOf(message) is var written && written.Length <= maximumLength:
                return written;
            default:
                BoundedText text = new(maximumLength);
                Write(text, value, locale ?? LocaleContext.English);
                return text.ToString();
        }
    }

    /// <summary>The text of a value as a string value, or an error signal when it is longer than the limit.</summary>
    public static Value Convert(Value value, LocaleContext locale, ExecutionLimits limits)
    {
        string text = ToText(value, locale, limits.TextLength);
        return text.Length > limits.TextLength ? LimitErrors.Text(limits) : text;
    }

    /// <summary>Writes the text of a value.</summary>
    public static void Write(BoundedText target, Value value, LocaleContext locale)
    {
        if (target.IsFull)
        {
            return;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            target.StopTooDeep();
            return;
        }

        switch (value.Kind)
        {
            case ValueKind.List:
                WriteList(target, value.AsList()!, locale);
                break;
            case ValueKind.Map:
                Value resolved = TranslatableValue.Resolve(value, locale);
                if (resolved.AsMap() is { } map && TranslatableValue.IsTranslatable(map))
                {
                    break;
                }

                if (resolved.Kind == ValueKind.Map)
                {
                    ValueJson.Write(target, resolved, locale);
                }
                else
                {
                    Write(target, resolved, locale);
                }

                break;
            case ValueKind.Record:
                WriteRecord(target, value.AsRecord()!, locale);
                break;
            case ValueKind.Range:
                target.Append(NumberText.Format(value.AsRange()!.First));
                target.Append("..");
                target.Append(NumberText.Format(value.AsRange()!.Last));
                break;
            case ValueKind.Signal:
                target.Append(value.AsError()?.Message ?? string.Empty);
                break;
            default:
                target.Append(ToText(value));
                break;
        }
    }

    private static void WriteList(BoundedText target, ListValue list, LocaleContext locale)
    {
        bool first = true;
        foreach (Value item in list.AsSpan())
        {
            if (target.IsFull)
            {
                return;
            }

            if (!first)
            {
                target.Append(", ");
            }

            first = false;
            Write(target, item, locale);
        }
    }

    private static void WriteRecord(BoundedText target, RecordValue record, LocaleContext locale)
    {
        switch (record.RecordKind)
        {
            case RecordKind.Message or RecordKind.Sentence or RecordKind.Token:
                target.Append(Operand.TextOf(record));
                break;
            case RecordKind.Entity:
                Write(target, record["value"], locale);
                break;
            case RecordKind.Intent:
                Write(target, record["label"].IsNil ? record["id"] : record["label"], locale);
                break;
            case RecordKind.EntityMatcher:
                Write(target, record["label"], locale);
                break;
            case RecordKind.Attachment:
                Write(target, record["url"], locale);
                break;
            case RecordKind.Location:
                WritePosition(target, record.Fields, locale);
                break;
            case RecordKind.Event:
                Write(target, record["name"], locale);
                break;
            case RecordKind.Error:
                Write(target, record["message"], locale);
                break;
            case RecordKind.Element or RecordKind.Widget:
                WriteElement(target, record, locale);
                break;
            default:
                ValueJson.Write(target, record.Fields, locale);
                break;
        }
    }

    private static void WritePosition(BoundedText target, MapValue fields, LocaleContext locale)
    {
        Write(target, fields["lat"], locale);
        target.Append(',');
        Write(target, fields["lon"], locale);
    }

    private static void WriteElement(BoundedText target, RecordValue element, LocaleContext locale)
    {
        MapValue payload = element["payload"].AsMap() ?? MapValue.Empty;
        if (payload.ContainsKey("lat") && payload.ContainsKey("lon"))
        {
            WritePosition(target, payload, locale);
            return;
        }

        foreach (string name in (ReadOnlySpan<string>)["url", "text", "caption"])
        {
            if (!payload[name].IsNil)
            {
                Write(target, payload[name], locale);
                return;
            }
        }

        Write(target, element["type"], locale);
    }
}
