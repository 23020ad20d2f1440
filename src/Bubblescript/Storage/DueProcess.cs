namespace Bubblescript.Storage;

/// <summary>A stored process that has to be looked at without input.</summary>
/// <param name="Address">The process.</param>
/// <param name="Due">When.</param>
public sealed record DueProcess(string Address, DateTimeOffset Due);
