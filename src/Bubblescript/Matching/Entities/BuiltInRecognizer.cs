namespace Bubblescript.Matching.Entities;

/// <summary>Finds the entities of one kind in an English text (language reference, BML, section 2.6). Safe for use by several threads.</summary>
internal abstract class BuiltInRecognizer
{
    /// <summary>The kind of the entities.</summary>
    public abstract string Kind { get; }

    /// <summary>Finds the entities, from left to right, without overlap.</summary>
    public abstract IEnumerable<EntityMention> Find(string text, AnalysisContext context);
}
