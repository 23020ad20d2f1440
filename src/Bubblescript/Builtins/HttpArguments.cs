using System.Collections.Frozen;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>The arguments of an HTTP builtin by name: options stand as keywords or together in one map.</summary>
internal readonly ref struct HttpArguments
{
    private static readonly FrozenSet<string> Names =
        FrozenSet.ToFrozenSet(["headers", "query", "form", "json", "body", "timeout", "auth", "bearer"], StringComparer.Ordinal);

    public HttpArguments(string method, Value url, Value body, ReadOnlySpan<Value> options)
    {
        Method = method;
        Url = url;
        MapValue together = options[0].AsMap() ?? MapValue.Empty;
        Body = Pick(body, "body");
        Headers = Pick(options[1], "headers");
        Query = Pick(options[2], "query");
        Form = Pick(options[3], "form");
        Json = Pick(options[4], "json");
        Timeout = Pick(options[5], "timeout");
        Credentials = Pick(options[6], "auth");
        Bearer = Pick(options[7], "bearer");
        Problem = FindProblem(together, [("headers", Headers), ("query", Query), ("form", Form), ("auth", Credentials)]);

        Value Pick(Value keyword, string name) => keyword.IsNil ? together[name] : keyword;
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

    /// <summary>What is wrong with the options, or null.</summary>
    public string? Problem { get; }

    private static string? FindProblem(MapValue together, ReadOnlySpan<(string Name, Value Value)> maps)
    {
        if (together.Keys.FirstOrDefault(static name => !Names.Contains(name)) is { } unknown)
        {
            return $"there is no option {ValueDescription.Format(unknown)}; options are {string.Join(", ", Names.Order(StringComparer.Ordinal))}";
        }

        foreach ((string name, Value value) in maps)
        {
            if (!value.IsNil && value.AsMap() is null)
            {
                return $"{name} must be a map, got {ValueDescription.Describe(value)}";
            }
        }

        return null;
    }
}
