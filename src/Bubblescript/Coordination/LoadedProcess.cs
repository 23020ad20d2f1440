using System.Collections.Immutable;
using Bubblescript.Interpretation;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A process that has been brought into memory.</summary>
internal sealed record LoadedProcess(ProcessState State, long Version)
{
    /// <summary>What <c>remember</c> has stored of the process's variables.</summary>
    public MapValue RememberedVariables { get; init; } = MapValue.Empty;

    /// <summary>The ids of the last inputs.</summary>
    public ImmutableArray<string> InputIds { get; init; } = [];

    /// <summary>The user of a conversation.</summary>
    public UserEntry? User { get; init; }
}
