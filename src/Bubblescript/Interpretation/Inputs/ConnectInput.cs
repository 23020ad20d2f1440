using Bubblescript.Values;

namespace Bubblescript.Interpretation.Inputs;

/// <summary>A client connects without a message: opens, resumes, or delivers <c>$connect</c> (execution model, section 5.6).</summary>
internal sealed record ConnectInput(Value Payload) : ProcessInput;
