using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>The indented lines under a <c>bot</c> line. What is null was not written; quick replies must then be absent, the rest is not checked.</summary>
internal sealed record StepRefinements
{
    public static readonly StepRefinements None = new();

    public ImmutableArray<string>? QuickReplies { get; init; }

    public string? Class { get; init; }

    public string? Caption { get; init; }

    public MapValue? As { get; init; }

    /// <summary>Milliseconds, or <c>infinity</c>.</summary>
    public string? Delay { get; init; }
}
