using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>An event, query or reply on its way between hosts.</summary>
/// <param name="Id">Unique; by it a repetition is recognised.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sender">The address of the sender, which a query is replied to; empty for events of a host.</param>
/// <param name="To">The address of the receiver.</param>
/// <param name="Name">The event; empty for replies; the bot of a group.</param>
/// <param name="Payload">The data of the event, the reply, or the first variables of a group.</param>
/// <param name="CallId">What a query and its reply belong together by; null for events and groups.</param>
public sealed record RoutedInput(string Id, RoutedInputKind Kind, string Sender, string To, string Name, Value Payload, string? CallId);
