namespace Bubblescript.Storage;

/// <summary>The stored record of a user.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Version">Grows with every change; a store keeps the latest.</param>
/// <param name="Document">What is known of the user, as JSON.</param>
public sealed record StoredUser(string Id, long Version, StateDocument Document);
