using Bubblescript.Coordination;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Testing.Worlds;

namespace Bubblescript.Cli.Chats;

/// <summary>What leaves a host, as lines of a transcript.</summary>
internal static class EventLines
{
    public static IReadOnlyList<string> Describe(HostEvent hostEvent, string conversation)
    {
        Observation? observation = HostObservations.Of(hostEvent);
        return observation is null ? [] : observation.ToLines(conversation);
    }
}
