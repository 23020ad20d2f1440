using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What applying a match changes, to take it back when a guard fails.</summary>
internal readonly record struct CapturesSnapshot(Value Message, ImmutableArray<(string Name, Value Value)> Variables);
