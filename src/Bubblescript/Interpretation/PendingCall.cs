using Bubblescript.Builtins;

namespace Bubblescript.Interpretation;

/// <summary>A request to the outside that a process waits for in the middle of a statement.</summary>
/// <param name="Id">Unique in the process.</param>
/// <param name="Request">What is asked.</param>
/// <param name="BotIndex">The bot of the bot stack (0 is the bottom) whose top frame waits.</param>
internal sealed record PendingCall(string Id, ExternalRequest Request, int BotIndex);
