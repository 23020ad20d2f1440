using System.Collections.Immutable;
using Bubblescript.Interpretation.Inputs;

namespace Bubblescript.Interpretation;

/// <summary>What hardly any process has between two turns, apart from its state so that the many idle ones stay small.</summary>
/// <param name="FormerBots">What bots that left the bot stack take up again when they come back, by bot id.</param>
/// <param name="PendingCall">The call whose answer the process waits for.</param>
/// <param name="Query">The query that the running handler may reply to.</param>
/// <param name="Deferred">Inputs that the process takes by itself when it next waits.</param>
internal sealed record ProcessExtras(
    ImmutableDictionary<string, BotState> FormerBots, PendingCall? PendingCall, QueryReference? Query, ImmutableArray<ProcessInput> Deferred)
{
    public static readonly ProcessExtras None = new(ImmutableDictionary<string, BotState>.Empty, PendingCall: null, Query: null, []);

    /// <summary>The extras, which are the common ones when there are none.</summary>
    public static ProcessExtras Of(
        ImmutableDictionary<string, BotState> formerBots, PendingCall? pendingCall, QueryReference? query, ImmutableArray<ProcessInput> deferred) =>
        pendingCall is null && query is null && formerBots.IsEmpty && deferred.IsEmpty ? None : new ProcessExtras(formerBots, pendingCall, query, deferred);
}
