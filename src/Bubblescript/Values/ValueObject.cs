namespace Bubblescript.Values;

/// <summary>What a <see cref="Value"/> that is neither nil nor text points to.</summary>
public abstract class ValueObject
{
    private protected ValueObject(ValueKind kind) => Kind = kind;

    /// <summary>The type of the values that point to this object.</summary>
    public ValueKind Kind { get; }
}
