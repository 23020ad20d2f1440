namespace Bubblescript.Values;

/// <summary>The name of an atom.</summary>
internal sealed class Atom(string name) : ValueObject(ValueKind.Atom)
{
    public static readonly Atom Timeout = new("timeout");
    public static readonly Atom Infinity = new("infinity");

    public string Name { get; } = name;
}
