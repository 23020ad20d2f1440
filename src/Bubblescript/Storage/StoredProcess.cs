namespace Bubblescript.Storage;

/// <summary>A stored process.</summary>
/// <param name="Version">The version of its last commit.</param>
/// <param name="State">Its state.</param>
public sealed record StoredProcess(long Version, StateDocument State);
