namespace Bubblescript.Values;

/// <summary>Marks a <see cref="Value"/> whose payload is in its bits: no boxing of numbers and booleans.</summary>
internal sealed class NumberTag : ValueObject
{
    public static readonly NumberTag Boolean = new(ValueKind.Boolean);
    public static readonly NumberTag Integer = new(ValueKind.Integer);
    public static readonly NumberTag Float = new(ValueKind.Float);

    private NumberTag(ValueKind kind)
        : base(kind)
    {
    }
}
