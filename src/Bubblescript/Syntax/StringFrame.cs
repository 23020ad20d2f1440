namespace Bubblescript.Syntax;

/// <summary>A string with interpolations that is being turned into tokens.</summary>
internal sealed class StringFrame(int contentEnd, int end)
{
    public int ContentEnd { get; } = contentEnd;

    public int End { get; } = end;

    /// <summary>Braces open in the interpolation that is being read.</summary>
    public int Braces { get; set; }

    /// <summary>Brackets open around the string.</summary>
    public int Depth { get; set; }
}
