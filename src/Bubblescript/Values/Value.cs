using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Bubblescript.Values;

/// <summary>
/// A value of the language (language reference, section 3.1): a small immutable struct, nil by default. Equality (<see cref="Equals(Value)"/>) is exact -
/// <c>1</c> and <c>1.0</c> differ - and serves storage and tests; the operator <c>==</c> of scripts has its own rules. Safe for use by several threads.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Value : IEquatable<Value>
{
    private readonly object? _reference;
    private readonly long _bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value(object? reference, long bits)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary><c>nil</c>.</summary>
    public static Value Nil => default;

    /// <summary><c>true</c>.</summary>
    public static Value True => new(NumberTag.Boolean, 1);

    /// <summary><c>false</c>.</summary>
    public static Value False => new(NumberTag.Boolean, 0);

    /// <summary>The type of the value.</summary>
    public ValueKind Kind => _reference switch
    {
        null => ValueKind.Nil,
        string => ValueKind.String,
        _ => Unsafe.As<ValueObject>(_reference).Kind,
    };

    /// <summary>Whether the value is <c>nil</c>.</summary>
    public bool IsNil => _reference is null;

    /// <summary>Whether the value counts as true: all but <c>nil</c> and <c>false</c> do.</summary>
    public bool IsTruthy => _reference is not null && (!ReferenceEquals(_reference, NumberTag.Boolean) || _bits != 0);

    internal bool IsInteger => ReferenceEquals(_reference, NumberTag.Integer);

    internal bool IsFloat => ReferenceEquals(_reference, NumberTag.Float);

    internal bool IsNumber => IsInteger || IsFloat;

    internal bool IsBoolean => ReferenceEquals(_reference, NumberTag.Boolean);

    internal bool IsString => _reference is string;

    /// <summary>Whether this is no value but an error or a wait; every evaluation step passes signals on.</summary>
    internal bool IsSignal => Kind == ValueKind.Signal;

    internal bool IsError => _reference is RuntimeError;

    internal long RawInteger => _bits;

    internal double RawFloat => BitConverter.Int64BitsToDouble(_bits);

    internal object? Reference => _reference;

    /// <summary>An integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value From(long value) => new(NumberTag.Integer, value);

    /// <summary>A float.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static Value From(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A Bubblescript float must be a finite number.");
        }

        return new Value(NumberTag.Float, BitConverter.DoubleToInt64Bits(value));
    }

    /// <summary>A boolean.</summary>
    public static Value From(bool value) => value ? True : False;

    /// <summary>A text; null gives nil.</summary>
    public static Value From(string? value) => new(value, 0);

    /// <summary>A list; null gives nil.</summary>
    public static Value From(ListValue? value) => new(value, 0);

    /// <summary>A list of the items.</summary>
    public static Value ListOf(params ReadOnlySpan<Value> items) => new(ListValue.From(items), 0);

    /// <summary>A map; null gives nil.</summary>
    public static Value From(MapValue? value) => new(value, 0);

    /// <summary>A map of the entries.</summary>
    public static Value MapOf(params ReadOnlySpan<(string Key, Value Value)> entries) => new(MapValue.From(entries), 0);

    /// <summary>A range; null gives nil.</summary>
    public static Value From(RangeValue? value) => new(value, 0);

    /// <summary>A record; null gives nil.</summary>
    public static Value From(RecordValue? value) => new(value, 0);

    /// <summary>The atom <c>:name</c>.</summary>
    public static Value AtomOf(string name) => new(new Atom(name), 0);

    internal static Value FromAtom(Atom atom) => new(atom, 0);

    internal static Value FromSignal(Signal signal) => new(signal, 0);

    /// <summary>The same as <see cref="From(string)"/>.</summary>
    public static implicit operator Value(string? value) => From(value);

    /// <summary>The same as <see cref="From(long)"/>.</summary>
    public static implicit operator Value(long value) => From(value);

    /// <summary>The same as <see cref="From(double)"/>.</summary>
    public static implicit operator Value(double value) => From(value);

    /// <summary>The same as <see cref="From(bool)"/>.</summary>
    public static implicit operator Value(bool value) => From(value);

    /// <summary>The same as <see cref="From(ListValue)"/>.</summary>
    public static implicit operator Value(ListValue? value) => From(value);

    /// <summary>The same as <see cref="From(MapValue)"/>.</summary>
    public static implicit operator Value(MapValue? value) => From(value);

    /// <summary>The same as <see cref="From(RecordValue)"/>.</summary>
    public static implicit operator Value(RecordValue? value) => From(value);

    /// <summary>Exact equality, see <see cref="Equals(Value)"/>.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Exact inequality, see <see cref="Equals(Value)"/>.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>The integer, or null when the value is none.</summary>
    public long? AsInteger() => IsInteger ? _bits : null;

    /// <summary>The number as a double, or null when the value is no number.</summary>
    public double? AsDouble() => IsFloat ? RawFloat : IsInteger ? _bits : null;

    /// <summary>The boolean, or null when the value is none.</summary>
    public bool? AsBoolean() => IsBoolean ? _bits != 0 : null;

    /// <summary>The text, or null when the value is no string.</summary>
    public string? AsString() => _reference as string;

    /// <summary>The name of the atom, or null when the value is none.</summary>
    public string? AsAtom() => (_reference as Atom)?.Name;

    /// <summary>The text, or the name of the atom, where both mean the same; null when the value is neither.</summary>
    internal string? AsText() => AsString() ?? AsAtom();

    /// <summary>The list, or null when the value is none.</summary>
    public ListValue? AsList() => _reference as ListValue;

    /// <summary>The map, or null when the value is none.</summary>
    public MapValue? AsMap() => _reference as MapValue;

    /// <summary>The range, or null when the value is none.</summary>
    public RangeValue? AsRange() => _reference as RangeValue;

    /// <summary>The record, or null when the value is none.</summary>
    public RecordValue? AsRecord() => _reference as RecordValue;

    internal RuntimeError? AsError() => _reference as RuntimeError;

    /// <summary>Whether both values have the same type and the same content, item by item, in the same order.</summary>
    public bool Equals(Value other) => ExactEquality.AreEqual(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ExactEquality.GetHashCode(this);

    /// <summary>The value's text (language reference, section 3.2), for English.</summary>
    public override string ToString() => ValueText.ToText(this);
}
