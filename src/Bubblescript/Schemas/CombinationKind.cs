namespace Bubblescript.Schemas;

/// <summary>How a <see cref="CombinationRule"/> joins its schemas.</summary>
internal enum CombinationKind
{
    All,
    Any,
    One,
    None,
}
