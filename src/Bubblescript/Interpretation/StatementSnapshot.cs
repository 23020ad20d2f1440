using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What a statement may have changed before it has to start again (design: the statement is the unit of replay).</summary>
internal readonly record struct StatementSnapshot(
    int EffectCount,
    ulong RandomState,
    long LastNumber,
    ImmutableArray<ProcessTimer> Timers,
    ImmutableDictionary<string, int> OnceCounters,
    Value Group);
