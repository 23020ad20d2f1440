namespace Bubblescript.Interpretation.Effects;

/// <summary>
/// The process waits for the answer to a call. Always the last effect of its turn. Kind <c>query</c> has the payload <c>to name payload</c>;
/// <c>http</c>, <c>llm</c> and <c>function</c> are the host's.
/// </summary>
internal sealed record CallEffect(PendingCall Call) : Effect;
