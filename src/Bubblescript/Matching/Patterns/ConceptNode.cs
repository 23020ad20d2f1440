namespace Bubblescript.Matching.Patterns;

/// <summary>The pattern that a constant of the bot names.</summary>
internal sealed record ConceptNode(int Start, int Length, string Path, PatternNode Body) : PatternNode(Start, Length)
{
    /// <summary>Whether the path is a name alone; such concepts are captured under it.</summary>
    public bool IsSimple => !Path.Contains('.');
}
