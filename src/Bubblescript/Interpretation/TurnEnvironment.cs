using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What a turn knows of the world besides its state and input.</summary>
internal sealed record TurnEnvironment
{
    public required DateTimeOffset Now { get; init; }

    public ExecutionLimits Limits { get; init; } = ExecutionLimits.Default;

    /// <summary>The fields of <c>user</c> at the start of the turn, as the workspace knows them.</summary>
    public MapValue User { get; init; } = MapValue.Empty;

    /// <summary>What <c>remember</c> has stored of the user: a part of <see cref="User"/>.</summary>
    public MapValue RememberedUser { get; init; } = MapValue.Empty;

    /// <summary>What <c>remember</c> has stored of this conversation's variables; a new conversation starts with them.</summary>
    public MapValue RememberedVariables { get; init; } = MapValue.Empty;

    /// <summary>Variables that a conversation starts with when this turn opens it: the context that the host gave.</summary>
    public MapValue OpeningVariables { get; init; } = MapValue.Empty;

    public bool IsDebugging { get; init; }

    public string ChatBaseAddress { get; init; } = "";

    public string Frontend { get; init; } = "web";

    /// <summary>Analyses what users say.</summary>
    public ISentenceAnalyzer? Analyzer { get; init; }

    public IEntityRecognizer? EntityRecognizer { get; init; }

    /// <summary>Whether the inbox of an address, written by a bot's code, is full, so that an event for it is a runtime error; null: never.</summary>
    public Func<string, string, bool>? IsInboxFull { get; init; }

    /// <summary>What a test has put in the place of builtins, functions and tasks; null outside tests.</summary>
    public IReadOnlyDictionary<string, Value>? Mocks { get; init; }
}
