namespace Bubblescript.Binding.Tree;

/// <summary>A position in a body's code, known when the body is complete.</summary>
internal sealed class CodeLabel
{
    public int Position { get; set; } = -1;
}
