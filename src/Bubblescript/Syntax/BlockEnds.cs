namespace Bubblescript.Syntax;

/// <summary>What ends a block besides <c>end</c>.</summary>
[Flags]
internal enum BlockEnds
{
    None = 0,
    Else = 1,
    After = 2,
    Case = 4,
}
