namespace Bubblescript.Schemas;

/// <summary>What a <see cref="NumberRule"/> demands.</summary>
internal enum NumberBound
{
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    MultipleOf,
}
