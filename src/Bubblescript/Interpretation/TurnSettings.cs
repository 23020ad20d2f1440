using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What all turns of a host know of the world.</summary>
internal sealed record TurnSettings
{
    public static readonly TurnSettings Default = new();

    public ExecutionLimits Limits { get; init; } = ExecutionLimits.Default;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

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
