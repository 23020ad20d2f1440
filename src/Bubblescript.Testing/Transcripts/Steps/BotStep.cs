using System.Globalization;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts.Steps;

/// <summary>Something that the bot must do.</summary>
internal abstract record BotStep(StepHead Head) : TranscriptStep(Head)
{
    public StepRefinements Refinements { get; init; } = StepRefinements.None;

    /// <summary>Null when the bot did what the step says; else how it differs.</summary>
    public string? FindDifference(Observation observation)
    {
        string? difference = FindContentDifference(observation);
        return difference is null && observation is MessageObservation { Message: { } message } ? FindRefinementDifference(message) : difference;
    }

    /// <summary>A difference for which the two lines, side by side, say everything.</summary>
    protected static string Differs => "";

    protected abstract string? FindContentDifference(Observation observation);

    private string? FindRefinementDifference(ChatMessage message) =>
        FindQuickReplyDifference(message)
        ?? FindTextDifference("class", Refinements.Class, TranscriptLines.ClassOf(message))
        ?? FindTextDifference("caption", Refinements.Caption, (message.Payload as MediaPayload)?.Caption)
        ?? FindTextDifference("delay", Refinements.Delay, DescribeDelay(message.Delay))
        ?? FindIdentityDifference(message.As);

    private string? FindQuickReplyDifference(ChatMessage message)
    {
        IReadOnlyList<QuickReply> actual = TranscriptLines.QuickRepliesOf(message);
        IReadOnlyList<string> expected = Refinements.QuickReplies is { } written ? written : [];
        return actual.Select(TranscriptLines.NameOf).SequenceEqual(expected, StringComparer.Ordinal)
            ? null
            : $"expected {Quote(string.Join(" | ", expected))}, got {Quote(TranscriptLines.DescribeQuickReplies(actual))}";

        static string Quote(string list) => list.Length == 0 ? "no quick replies" : $"the quick replies '{list}'";
    }

    private static string? FindTextDifference(string name, string? expected, string? actual)
    {
        if (expected is null || string.Equals(expected, actual is null ? null : TranscriptLines.Escape(actual), StringComparison.Ordinal))
        {
            return null;
        }

        return $"expected the {name} '{expected}', got {(actual is null ? "none" : $"'{actual}'")}";
    }

    private string? FindIdentityDifference(MessageIdentity? identity)
    {
        if (Refinements.As is not { } expected)
        {
            return null;
        }

        return identity is null
            ? $"expected the sender {ValueJson.ToJson(expected)}, got the bot itself"
            : JsonContainment.FindDifference(expected, identity.Fields);
    }

    private static string? DescribeDelay(MessageDelay? delay) => delay switch
    {
        null => null,
        { IsInfinite: true } => "infinity",
        { } finite => finite.Milliseconds.ToString(CultureInfo.InvariantCulture),
    };
}
