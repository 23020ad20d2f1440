using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>The arguments of an HTTP builtin by name.</summary>
internal readonly ref struct HttpArguments(string method, Value url, Value body, ReadOnlySpan<Value> options)
{
    public string Method { get; } = method;

    public Value Url { get; } = url;

    public Value Body { get; } = body;

    public Value Headers { get; } = options[0];

    public Value Query { get; } = options[1];

    public Value Form { get; } = options[2];

    public Value Json { get; } = options[3];

    public Value Timeout { get; } = options[4];

    public Value Credentials { get; } = options[5];

    public Value Bearer { get; } = options[6];
}
