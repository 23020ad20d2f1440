using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// Something that only the host can answer: an HTTP call, a query to another process, a language model, a host's own asynchronous function.
/// Plain data, so that a conversation can be saved while it waits for the answer.
/// </summary>
internal record ExternalRequest
{
    private readonly Value _payload;

    public ExternalRequest(string kind, Value payload)
    {
        Kind = kind;
        _payload = payload;
    }

    /// <summary>Who answers: <c>http</c>, <c>query</c>, <c>llm</c>, <c>function</c> …</summary>
    public string Kind { get; }

    /// <summary>What is asked; a normalised value.</summary>
    public virtual Value Payload => _payload;
}
