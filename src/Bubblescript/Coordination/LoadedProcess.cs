using System.Collections.Immutable;
using Bubblescript.Interpretation;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A process that has been brought into memory. All but its state changes so seldom that it is replaced as a whole then.</summary>
internal sealed record LoadedProcess
{
    private ProcessState _state;

    public LoadedProcess(ProcessState state, long version)
    {
        _state = state;
        Version = version;
    }

    /// <summary>The state after the last commit. Whoever does not run the process sees one state or the next.</summary>
    public ProcessState State
    {
        get => Volatile.Read(ref _state);
        set => Volatile.Write(ref _state, value);
    }

    public long Version { get; init; }

    /// <summary>What <c>remember</c> has stored of the process's variables.</summary>
    public MapValue RememberedVariables { get; init; } = MapValue.Empty;

    /// <summary>The ids of the last inputs.</summary>
    public ImmutableArray<string> InputIds { get; init; } = [];

    /// <summary>The user of a conversation.</summary>
    public UserEntry? User { get; init; }
}
