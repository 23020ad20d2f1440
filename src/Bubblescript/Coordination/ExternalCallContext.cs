namespace Bubblescript.Coordination;

/// <summary>Who asks.</summary>
/// <param name="Address">The address of the asking process.</param>
/// <param name="BotId">The bot whose script asks.</param>
/// <param name="UserId">The user of the conversation; empty for master and groups.</param>
/// <param name="CallId">The id of the call, unique in the process.</param>
internal sealed record ExternalCallContext(string Address, string BotId, string UserId, string CallId);
