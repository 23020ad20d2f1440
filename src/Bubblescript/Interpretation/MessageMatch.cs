using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>How a message matched a pattern, intent, entity matcher or choice.</summary>
/// <param name="Captures">The captures by name, as scripts see them.</param>
/// <param name="MatchedText">The part of the utterance that matched; null for choices.</param>
/// <param name="AssignsVariables">Whether the captures are also conversation variables: legacy patterns.</param>
/// <param name="Matcher">The intent or entity matcher, or null.</param>
internal sealed record MessageMatch(MapValue Captures, string? MatchedText, bool AssignsVariables = false, RecordValue? Matcher = null)
{
    public static readonly MessageMatch Plain = new(MapValue.Empty, MatchedText: null);
}
