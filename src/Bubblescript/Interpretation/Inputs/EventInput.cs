using Bubblescript.Values;

namespace Bubblescript.Interpretation.Inputs;

/// <summary>An event (execution model, section 5.1).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Payload">Its normalised payload.</param>
/// <param name="Sender">The sender's address, or null.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Query">Set when the sender waits for a reply.</param>
internal sealed record EventInput(string Name, Value Payload, string? Sender, EventOrigin Origin, QueryReference? Query = null) : ProcessInput;
