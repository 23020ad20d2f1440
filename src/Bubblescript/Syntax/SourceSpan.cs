namespace Bubblescript.Syntax;

/// <summary>A range of UTF-16 offsets in a <see cref="SourceText"/>; 0-based, positions shown to people are computed by <see cref="SourceText.GetPosition"/>.</summary>
internal readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The offset just behind the span.</summary>
    public int End => Start + Length;

    /// <summary>The smallest span that covers both.</summary>
    public static SourceSpan Covering(SourceSpan first, SourceSpan last) =>
        new(first.Start, Math.Max(first.End, last.End) - first.Start);
}
