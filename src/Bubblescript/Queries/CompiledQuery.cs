using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>
/// A query that was checked and prepared (query language, sections 1 and 2). Immutable; used by any number of runs and threads.
/// </summary>
internal sealed class CompiledQuery
{
    private CompiledQuery(QueryNode[] parts, KeyValuePair<string, Value>? onlyKey)
    {
        Parts = parts;
        OnlyKey = onlyKey;
    }

    /// <summary>The parts, which <c>filter</c> combines with AND and <c>score</c> with OR.</summary>
    public QueryNode[] Parts { get; }

    /// <summary>The query as it is written when it is a map with one entry: paths look that entry up in maps.</summary>
    public KeyValuePair<string, Value>? OnlyKey { get; }

    /// <summary>Whether the query has no terms, which matches nothing.</summary>
    public bool IsEmpty => Parts.Length == 0;

    /// <summary>Prepares a query; null when it is none, and <paramref name="error"/> says why.</summary>
    public static CompiledQuery? Compile(Value query, ExecutionLimits limits, out string? error)
    {
        QueryCompiler compiler = new(limits);
        QueryNode[]? parts = compiler.Compile(query);
        error = compiler.Error;
        return parts is null ? null : new CompiledQuery(parts, query.AsMap() is { Count: 1 } map ? map.AsSpan()[0] : null);
    }

    /// <summary>What is wrong with a query, or null.</summary>
    public static string? Validate(Value query)
    {
        _ = Compile(query, ExecutionLimits.Default, out string? error);
        return error;
    }
}
