namespace Bubblescript.Testing.Transcripts.Observations;

/// <summary>Something that a bot did and that a transcript must list.</summary>
internal abstract record Observation
{
    /// <summary>The lines of a transcript that describe it: a step and its refinements.</summary>
    /// <param name="conversation">The conversation's name.</param>
    public abstract IReadOnlyList<string> ToLines(string conversation);
}
