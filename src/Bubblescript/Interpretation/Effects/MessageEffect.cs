using Bubblescript.Messages;

namespace Bubblescript.Interpretation.Effects;

/// <summary>An action for the clients of the conversation: a message, typing, silence, an event, an input method or a side effect.</summary>
internal sealed record MessageEffect(ChatMessage Message) : Effect;
