using System.Collections.Immutable;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What a turn gives: the state to commit, the effects to release after the commit, and the user's data if the turn changed it.</summary>
internal readonly record struct TurnResult(ProcessState State, ImmutableArray<Effect> Effects, MapValue? User);
