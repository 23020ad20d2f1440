using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>A part of a text that means something: where it stands in UTF-16 units, its value and what else is known.</summary>
internal sealed record EntityMention(int Start, int End, Value Value, MapValue Extra)
{
    public int Length => End - Start;

    /// <summary>The data beside a plain value, as Duckling writes it.</summary>
    public static readonly MapValue PlainValue = MapValue.From(("type", "value"));
}
