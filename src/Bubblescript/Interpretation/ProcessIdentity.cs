namespace Bubblescript.Interpretation;

/// <summary>Who a process is.</summary>
/// <param name="Kind">Conversation, master or group.</param>
/// <param name="Address">The opaque address that other processes send to.</param>
/// <param name="BotId">The bot that the process was started with.</param>
/// <param name="UserId">The user of a conversation; empty for master and groups.</param>
/// <param name="Name">The name <c>g</c> of a conversation, the id of a group; empty for the master.</param>
internal sealed record ProcessIdentity(ProcessKind Kind, string Address, string BotId, string UserId, string Name);
