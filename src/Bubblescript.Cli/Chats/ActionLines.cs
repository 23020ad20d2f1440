using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Testing;

namespace Bubblescript.Cli.Chats;

/// <summary>What users do, as lines of a transcript.</summary>
internal static class ActionLines
{
    public static IReadOnlyList<string> Describe(UserAction action, string conversation) => action switch
    {
        UserTextAction text => From(new UserMessagePayload(text.Text), conversation),
        UserDataAction data => From(new UserMessagePayload(data.Text) { Method = data.Type, Data = data.Data }, conversation),
        UserEventAction userEvent => From(new UserEventPayload(userEvent.Name, userEvent.Payload), conversation),
        UserLocationAction location => From(new UserLocationPayload(location.Latitude, location.Longitude), conversation),
        UserAttachmentAction attachment => From(new UserAttachmentPayload(attachment.Kind, attachment.Url), conversation),
        ConnectAction => [$"{conversation} connects:"],
        _ => [],
    };

    private static IReadOnlyList<string> From(MessagePayload payload, string conversation) => TranscriptLines.From(ChatMessage.From(payload), conversation);
}
