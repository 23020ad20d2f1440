using Bubblescript.Values;

namespace Bubblescript.Interpretation.Inputs;

/// <summary>The host returns to the bot below, as <c>return_bot</c> does (execution model, section 7.2).</summary>
internal sealed record ReturnBotInput(string? Dialog, MapValue Data) : ProcessInput;
