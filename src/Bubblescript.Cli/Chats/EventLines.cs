using Bubblescript.Coordination;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Testing.Worlds;

namespace Bubblescript.Cli.Chats;

/// <summary>What leaves a host, as lines of a transcript.</summary>
internal static class EventLines
{
    /// <summary>What belongs on standard error, not into a transcript: trouble with the store, and warnings of the runtime. Null for everything else.</summary>
    public static string? FindWarning(HostEvent hostEvent) => hostEvent switch
    {
        StoreFailed failed => failed.Exception.Message,
        ScriptLog { IsWarning: true } warning => $"warning: {warning.Text}",
        _ => null,
    };

    public static IReadOnlyList<string> Describe(HostEvent hostEvent, string conversation)
    {
        Observation? observation = HostObservations.Of(hostEvent);
        return observation is null ? [] : observation.ToLines(conversation);
    }
}
