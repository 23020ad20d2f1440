namespace Bubblescript.Syntax.Tree;

/// <summary>How a string was quoted.</summary>
internal enum StringStyle
{
    Double,
    Single,
    DoubleHeredoc,
    SingleHeredoc,
}
