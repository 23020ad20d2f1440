using Bubblescript.Values;

namespace Bubblescript.Interpretation.Effects;

/// <summary>Starts a group unless it exists.</summary>
internal sealed record SpawnGroupEffect(string GroupId, MapValue Variables) : Effect;
