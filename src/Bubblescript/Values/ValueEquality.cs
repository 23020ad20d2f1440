using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary><c>==</c> (language reference, section 3.5).</summary>
internal static class ValueEquality
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(Value left, Value right, IUtteranceMatcher matcher)
    {
        if (left.IsInteger && right.IsInteger)
        {
            return left.RawInteger == right.RawInteger;
        }

        if (left.IsString && right.IsString)
        {
            return string.Equals(left.AsString(), right.AsString(), StringComparison.Ordinal);
        }

        Walk walk = new(matcher);
        return walk.AreEqual(left, right);
    }

    /// <summary>Equality in which a translatable value that was not read by a path stands for its text in the locale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(Value left, Value right, IUtteranceMatcher matcher, LocaleContext locale) =>
        AreEqual(left, right, matcher) || (left.Kind != right.Kind && AreEqualTranslated(left, right, matcher, locale));

    /// <summary>
    /// Equality in queries (query language, section 3): records count as their value or text, and texts are compared exactly.
    /// </summary>
    public static bool AreEqualExactly(Value left, Value right)
    {
        Walk walk = new(matcher: null);
        return walk.AreEqual(left, right);
    }

    private static bool AreEqualTranslated(Value left, Value right, IUtteranceMatcher matcher, LocaleContext locale) =>
        (left.Kind == ValueKind.Map || right.Kind == ValueKind.Map)
        && AreEqual(TranslatableValue.Resolve(left, locale), TranslatableValue.Resolve(right, locale), matcher);

    /// <summary>One comparison; without a matcher one of queries.</summary>
    private ref struct Walk(IUtteranceMatcher? matcher)
    {
        private EqualPairs _equal = default;

        public bool AreEqual(Value left, Value right)
        {
            if (matcher is null)
            {
                left = Operand.Of(left);
                right = Operand.Of(right);
            }

            switch (left.Kind)
            {
                case ValueKind.Nil:
                    return right.IsNil;
                case ValueKind.Record:
                    return EqualsRecord(left.AsRecord()!, left, right);
                case ValueKind.Signal:
                    return false;
            }

            if (right.AsRecord() is { } record)
            {
                return EqualsRecord(record, right, left);
            }

            return left.Kind switch
            {
                ValueKind.Boolean => right.IsBoolean && left.RawInteger == right.RawInteger,
                ValueKind.Integer or ValueKind.Float => right.IsNumber && NumberComparison.AreEqual(left, right),
                ValueKind.String => string.Equals(left.AsString(), right.AsText(), StringComparison.Ordinal),
                ValueKind.Atom => string.Equals(left.AsAtom(), right.AsText(), StringComparison.Ordinal),
                ValueKind.List => right.AsList() is { } list && EqualsList(left.AsList()!, list),
                ValueKind.Map => right.AsMap() is { } map && EqualsMap(left.AsMap()!, map),
                ValueKind.Range => right.AsRange() is { } range && EqualsRange(left.AsRange()!, range),
                _ => false,
            };
        }

        private static bool EqualsRange(RangeValue left, RangeValue right) =>
            (left.First == right.First && left.Last == right.Last) || (left.Count == 0 && right.Count == 0);

        private static bool IsWord(Value value) => value.Kind is ValueKind.String or ValueKind.Atom;

        private static bool HaveSameBaseForm(Value left, Value right) =>
            string.Equals(BaseForm.Of(ValueText.ToText(left)), BaseForm.Of(ValueText.ToText(right)), StringComparison.Ordinal);

        private bool EqualsRecord(RecordValue record, Value value, Value other)
        {
            if (other.AsRecord() is { } second)
            {
                return EqualsRecords(record, value, second, other);
            }

            if (Operand.IsText(record))
            {
                return IsWord(other)
                    ? HaveSameBaseForm(value, other)
                    : other.IsNumber
                        ? NumberText.TryParse(Operand.TextOf(record), out Value number) && NumberComparison.AreEqual(number, other)
                        : other.AsMap() is { } map && EqualsMap(record.Fields, map);
            }

            if (record.RecordKind == RecordKind.Entity && !other.IsNil)
            {
                return IsWord(other)
                    ? HaveSameBaseForm(value, other)
                    : other.IsNumber || other.IsBoolean
                        ? AreEqual(Operand.Of(value), other)
                        : other.AsMap() is { } map && EqualsMap(record.Fields, map);
            }

            return other.AsMap() is { } fields && EqualsMap(record.Fields, fields);
        }

        private bool EqualsRecords(RecordValue left, Value leftValue, RecordValue right, Value rightValue)
        {
            if (left.RecordKind == RecordKind.Message && right.RecordKind is RecordKind.Intent or RecordKind.EntityMatcher)
            {
                return IsMatched(left, right);
            }

            if (right.RecordKind == RecordKind.Message && left.RecordKind is RecordKind.Intent or RecordKind.EntityMatcher)
            {
                return IsMatched(right, left);
            }

            bool leftIsText = Operand.IsText(left);
            bool rightIsText = Operand.IsText(right);
            if (left.RecordKind == RecordKind.Entity && right.RecordKind == RecordKind.Entity)
            {
                return AreEqual(Operand.Of(leftValue), Operand.Of(rightValue));
            }

            if ((leftIsText || left.RecordKind == RecordKind.Entity) && (rightIsText || right.RecordKind == RecordKind.Entity))
            {
                return HaveSameBaseForm(leftValue, rightValue);
            }

            return EqualsMap(left.Fields, right.Fields);
        }

        private bool IsMatched(RecordValue message, RecordValue wanted)
        {
            if (wanted.RecordKind == RecordKind.Intent
                && !wanted["id"].IsNil
                && message["intent"].AsRecord() is { RecordKind: RecordKind.Intent } intent
                && string.Equals(ValueText.ToText(intent["id"]), ValueText.ToText(wanted["id"]), StringComparison.Ordinal))
            {
                return true;
            }

            return matcher!.Matches(message, wanted);
        }

        private bool EqualsList(ListValue left, ListValue right)
        {
            if (left.Count != right.Count || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                return false;
            }

            if (_equal.Contains(left, right))
            {
                return true;
            }

            for (int i = 0; i < left.Count; i++)
            {
                if (!AreEqual(left[i], right[i]))
                {
                    return false;
                }
            }

            _equal.Add(left, right);
            return true;
        }

        private bool EqualsMap(MapValue left, MapValue right)
        {
            if (left.Count != right.Count || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                return false;
            }

            if (_equal.Contains(left, right))
            {
                return true;
            }

            foreach (KeyValuePair<string, Value> entry in left.AsSpan())
            {
                if (!right.TryGetValue(entry.Key, out Value value) || !AreEqual(entry.Value, value))
                {
                    return false;
                }
            }

            _equal.Add(left, right);
            return true;
        }
    }
}
