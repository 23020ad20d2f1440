namespace Bubblescript.Storage;

/// <summary>An input that waits in the inbox of a process.</summary>
/// <param name="Id">Unique in the store; the same input always has the same id.</param>
/// <param name="To">The address of the receiver.</param>
/// <param name="Document">The input as JSON.</param>
public sealed record StoredInput(string Id, string To, StateDocument Document);
