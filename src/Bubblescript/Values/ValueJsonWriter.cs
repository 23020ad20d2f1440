using System.Globalization;
using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary>Writes one value as JSON.</summary>
internal readonly struct ValueJsonWriter(BoundedText target, LocaleContext? locale, bool isIndented)
{
    public void Write(Value value) => Write(value, depth: 0);

    private void Write(Value value, int depth)
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
            case ValueKind.Nil:
                target.Append("null");
                break;
            case ValueKind.String:
                WriteText(value.AsString());
                break;
            case ValueKind.Atom:
                WriteText(value.AsAtom());
                break;
            case ValueKind.List:
                WriteList(value.AsList()!, depth);
                break;
            case ValueKind.Map:
                WriteMap(value.AsMap()!, depth);
                break;
            case ValueKind.Range:
                WriteRange(value.AsRange()!, depth);
                break;
            case ValueKind.Record:
                WriteRecord(value.AsRecord()!, depth);
                break;
            case ValueKind.Signal:
                target.Append("null");
                break;
            default:
                target.Append(ValueText.ToText(value));
                break;
        }
    }

    private void WriteRecord(RecordValue record, int depth)
    {
        if (Operand.IsText(record))
        {
            WriteText(Operand.TextOf(record));
        }
        else if (record.RecordKind == RecordKind.Entity)
        {
            Write(record["value"], depth + 1);
        }
        else
        {
            WriteEntries(record.Fields, depth);
        }
    }

    private void WriteMap(MapValue map, int depth)
    {
        if (locale is not null && TranslatableValue.IsTranslatable(map))
        {
            Value resolved = TranslatableValue.Resolve(map, locale);
            if (resolved.AsMap() is not { } again || !TranslatableValue.IsTranslatable(again))
            {
                Write(resolved, depth);
                return;
            }
        }

        WriteEntries(map, depth);
    }

    private void WriteEntries(MapValue map, int depth)
    {
        target.Append('{');
        bool any = false;
        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (entry.Value.IsNil)
            {
                continue;
            }

            if (target.IsFull)
            {
                return;
            }

            StartItem(any, depth);
            any = true;
            WriteText(entry.Key);
            target.Append(isIndented ? ": " : ":");
            Write(entry.Value, depth + 1);
        }

        End('}', any, depth);
    }

    private void WriteList(ListValue list, int depth)
    {
        target.Append('[');
        bool any = false;
        foreach (Value item in list.AsSpan())
        {
            if (target.IsFull)
            {
                return;
            }

            StartItem(any, depth);
            any = true;
            Write(item, depth + 1);
        }

        End(']', any, depth);
    }

    private void WriteRange(RangeValue range, int depth)
    {
        target.Append('[');
        long count = range.Count;
        for (long i = 0; i < count && !target.IsFull; i++)
        {
            StartItem(i > 0, depth);
            target.Append(NumberText.Format(range.First + i));
        }

        End(']', count > 0, depth);
    }

    private void StartItem(bool isLater, int depth)
    {
        if (isLater)
        {
            target.Append(',');
        }

        NewLine(depth + 1);
    }

    private void End(char bracket, bool any, int depth)
    {
        if (any)
        {
            NewLine(depth);
        }

        target.Append(bracket);
    }

    private void NewLine(int depth)
    {
        if (isIndented)
        {
            target.Append('\n');
            for (int i = 0; i < depth && !target.IsFull; i++)
            {
                target.Append("  ");
            }
        }
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        target.Append('"');
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (character >= ' ' && character is not ('"' or '\\') && !char.IsSurrogate(character))
            {
                continue;
            }

            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            target.Append(text[start..i]);
            WriteEscape(character);
            start = i + 1;
        }

        target.Append(text[start..]);
        target.Append('"');
    }

    private void WriteEscape(char character)
    {
        switch (character)
        {
            case '"':
                target.Append("\\\"");
                break;
            case '\\':
                target.Append("\\\\");
                break;
            case '\n':
                target.Append("\\n");
                break;
            case '\r':
                target.Append("\\r");
                break;
            case '\t':
                target.Append("\\t");
                break;
            default:
                target.Append("\\u");
                target.Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
