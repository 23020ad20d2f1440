using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>An event, query or reply on its way between hosts.</summary>
/// <param name="Id">Unique; by it a repetition is recognised.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sender">The address of the sender.</param>
/// <param name="To">The address of the receiver.</param>
/// <param name="Name">The event; empty for replies.</param>
/// <param name="Payload">The data of the event, or the reply.</param>
/// <param name="CallId">What a query and its reply belong together by; null for events.</param>
public sealed record RoutedInput(string Id, RoutedInputKind Kind, string Sender, string To, string Name, Value Payload, string? CallId);
