using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// Something that only the host can answer: an HTTP call, a query to another process, a language model, a host's own asynchronous function.
/// Plain data, so that a conversation can be saved while it waits for the answer.
/// </summary>
/// <param name="Kind">Who answers: <c>http</c>, <c>query</c>, <c>llm</c>, <c>function</c> …</param>
/// <param name="Payload">What is asked; a normalised value.</param>
internal sealed record ExternalRequest(string Kind, Value Payload);
