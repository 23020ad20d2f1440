using Bubblescript.Values;

namespace Bubblescript.Interpretation.Inputs;

/// <summary>The host switches to another bot, as <c>switch_bot</c> does (execution model, section 7.1).</summary>
internal sealed record SwitchBotInput(string BotId, string? Dialog, MapValue Data) : ProcessInput;
