using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;

namespace Bubblescript.Storage;

/// <summary>An input that waits in an inbox, with what belongs to it.</summary>
/// <param name="Input">The input.</param>
/// <param name="CreatorBotId">The bot of the process that the input may create, or null.</param>
/// <param name="Action">What the history of the conversation shows of a user's action, or null.</param>
internal readonly record struct SavedInput(ProcessInput Input, string? CreatorBotId, ChatMessage? Action = null);
