using Bubblescript.Matching;

namespace Bubblescript.Cli.Commands;

/// <summary>How the command <c>match</c> analyses texts and writes results.</summary>
internal sealed record MatchOptions
{
    /// <summary>Whether results are written as JSON, one line each.</summary>
    public bool AsJson { get; init; }

    /// <summary>Whether results say which part of the pattern took which tokens.</summary>
    public bool Explain { get; init; }

    /// <summary>Time, time zone and language of the texts.</summary>
    public required AnalysisContext Context { get; init; }
}
