using System.Globalization;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Coordination.LanguageModels;

/// <summary>The conversation as a language model reads it: one line per utterance, oldest first.</summary>
internal static class TranscriptReader
{
    private const int MostMessages = 200;
    private const int LongestTranscript = 32_768;

    /// <summary>The last messages of a history: at most 200, and at most 32,768 characters.</summary>
    public static async ValueTask<string> ReadAsync(IConversationStore store, string address, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredMessage> latest = await store.ReadMessagesAsync(address, before: null, MostMessages, cancellationToken).ConfigureAwait(false);
        List<string> lines = [];
        int length = 0;
        foreach (StoredMessage stored in latest)
        {
            if (LineOf(stored.Message.Payload) is not { } line)
            {
                continue;
            }

            length += line.Length + 1;
            if (length > LongestTranscript)
            {
                break;
            }

            lines.Add(line);
        }

        lines.Reverse();
        return string.Join('\n', lines);
    }

    private static string? LineOf(MessagePayload? payload) => payload switch
    {
        TextPayload text => $"bot: {Flatten(text.Message)}",
        MediaPayload media => $"bot: ({media.Kind.ToString().ToLowerInvariant()} {media.Url})",
        LocationPayload location => string.Create(CultureInfo.InvariantCulture, $"bot: (location {location.Latitude}, {location.Longitude})"),
        UserMessagePayload user => $"user: {Flatten(user.Text)}",
        UserLocationPayload location => string.Create(CultureInfo.InvariantCulture, $"user: (location {location.Latitude}, {location.Longitude})"),
        UserAttachmentPayload attachment => $"user: ({attachment.Kind.ToString().ToLowerInvariant()} {attachment.Url})",
        _ => null,
    };

    /// <summary>An utterance is one line, so that nobody can speak for the other in a line of their own.</summary>
    private static string Flatten(string text) => text.ReplaceLineEndings(" ");
}
