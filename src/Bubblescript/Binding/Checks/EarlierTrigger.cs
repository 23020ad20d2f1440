using System.Collections.Immutable;
using Bubblescript.Matching;

namespace Bubblescript.Binding.Checks;

/// <summary>A pattern of a trigger that comes first.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Sets">Sets of words of which every match needs one each.</param>
/// <param name="Trigger">The number of the trigger.</param>
internal sealed record EarlierTrigger(UtterancePattern Pattern, ImmutableArray<ImmutableArray<string>> Sets, int Trigger)
{
    /// <summary>Whether a later pattern holds the words that this one needs, so that a closer look pays.</summary>
    public bool MayCover(UtterancePattern later, HashSet<string> words) =>
        string.Equals(Pattern.Source, later.Source, StringComparison.Ordinal) || Sets.All(set => set.Any(words.Contains));
}
