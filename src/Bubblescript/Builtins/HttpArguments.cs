using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>The arguments of an HTTP builtin by name.</summary>
internal readonly ref struct HttpArguments
{
    public HttpArguments(string method, Value url, Value body, ReadOnlySpan<Value> options)
    {
        Method = method;
        Url = url;
        Body = body;
        Headers = options[0];
        Query = options[1];
        Form = options[2];
        Json = options[3];
        Timeout = options[4];
        Credentials = options[5];
        Bearer = options[6];
    }

    public string Method { get; }

    public Value Url { get; }

    public Value Body { get; }

    public Value Headers { get; }

    public Value Query { get; }

    public Value Form { get; }

    public Value Json { get; }

    public Value Timeout { get; }

    public Value Credentials { get; }

    public Value Bearer { get; }
}
