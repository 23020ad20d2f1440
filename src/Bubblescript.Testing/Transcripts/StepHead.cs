using System.Collections.Immutable;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Where a step stands and whom it concerns.</summary>
/// <param name="Line">The 1-based line of the transcript.</param>
/// <param name="Text">The line as it was written.</param>
/// <param name="Conversation">The conversation's name; null for the one that the step before was about.</param>
internal sealed record StepHead(int Line, string Text, string? Conversation)
{
    /// <summary>The indented lines below, as they were written.</summary>
    public ImmutableArray<string> Refinements { get; init; } = [];

    /// <summary>The step as it was written.</summary>
    public IReadOnlyList<string> Lines => [Text, .. Refinements.Select(static refinement => "  " + refinement)];

    public static StepHead Of(StepLines lines) =>
        new(lines.Step.Number, lines.Step.Text, Conversation: null) { Refinements = [.. lines.Refinements.Select(static line => line.Text)] };
}
