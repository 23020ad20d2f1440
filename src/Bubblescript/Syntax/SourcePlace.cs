namespace Bubblescript.Syntax;

/// <summary>A span of a file: where a node of the bound program came from.</summary>
internal readonly record struct SourcePlace(SourceText Source, SourceSpan Span)
{
    /// <summary><c>file:line</c>, as <c>error.location</c> shows it.</summary>
    public override string ToString() => $"{Source.Path}:{Source.GetPosition(Span.Start).Line}";
}
