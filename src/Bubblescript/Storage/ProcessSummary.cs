namespace Bubblescript.Storage;

/// <summary>What a store tells of a process without loading it.</summary>
/// <param name="Address">Its address.</param>
/// <param name="BotId">The bot it was started with.</param>
/// <param name="UserId">The user of a conversation; empty for masters and groups.</param>
/// <param name="Version">The number of its commits.</param>
/// <param name="Changed">The time of its last commit.</param>
/// <param name="Size">The bytes of its state.</param>
public sealed record ProcessSummary(string Address, string BotId, string UserId, long Version, DateTimeOffset Changed, long Size);
