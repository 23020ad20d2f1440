using Bubblescript.Values;

namespace Bubblescript.Interpretation.Inputs;

/// <summary>The answer to the pending call; ignored when the process does not wait for it. The only input of a process that has a pending call.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Result">The answer; <c>:timeout</c> for a query without reply.</param>
/// <param name="Error">A message that makes the call a runtime error instead, or null.</param>
internal sealed record AnswerInput(string CallId, Value Result, string? Error = null) : ProcessInput;
