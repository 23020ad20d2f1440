using System.Collections.Immutable;
using Bubblescript.Messages;

namespace Bubblescript.KillTarget;

/// <summary>What a conversation is at the end of a run.</summary>
/// <param name="Lines">The history, first line first.</param>
/// <param name="Variables">What it has heard and counted.</param>
internal sealed record ConversationRecord(ImmutableArray<string> Lines, string Variables)
{
    /// <summary>A message without its id and time, which differ from run to run.</summary>
    public static string LineOf(ChatMessage message) => message.Payload switch
    {
        TextPayload said => $"bot: {said.Message}",
        UserMessagePayload heard => $"user: {heard.Text}",
        _ => message.Type.ToString(),
    };

    /// <summary>Where two records differ, in one line; null when they are equal.</summary>
    public string? FindDifference(ConversationRecord other)
    {
        for (int i = 0; i < Math.Max(Lines.Length, other.Lines.Length); i++)
        {
            string own = i < Lines.Length ? Lines[i] : "(end)";
            string others = i < other.Lines.Length ? other.Lines[i] : "(end)";
            if (!string.Equals(own, others, StringComparison.Ordinal))
            {
                return $"line {i + 1} is '{others}' instead of '{own}'";
            }
        }

        return string.Equals(Variables, other.Variables, StringComparison.Ordinal) ? null : $"the variables are {other.Variables} instead of {Variables}";
    }
}
