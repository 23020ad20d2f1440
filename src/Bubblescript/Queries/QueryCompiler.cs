using System.Runtime.CompilerServices;
using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>Turns a query into nodes: the preprocessing of section 1 of the query language.</summary>
internal sealed class QueryCompiler(ExecutionLimits limits)
{
    /// <summary>What is wrong with the query.</summary>
    public string? Error { get; private set; }

    /// <summary>The parts of a query, or null when it is wrong.</summary>
    public QueryNode[]? Compile(Value query)
    {
        List<QueryNode> parts = [];
        return AddQuery(query, [], parts, "a query") ? [.. parts] : null;
    }

    private bool AddQuery(Value query, string[] path, List<QueryNode> parts, string name)
    {
        query = Operand.Of(query);
        if (query.IsNil)
        {
            return true;
        }

        if (query.AsMap() is { } map)
        {
            return AddMap(map, path, parts);
        }

        if (query.AsList() is not { } list)
        {
            return Fail($"{name} must be a map or a list of maps, got {ValueDescription.Describe(query)}");
        }

        foreach (Value member in list.AsSpan())
        {
            if (member.AsMap() is not { } memberMap)
            {
                return Fail($"{name} must be a map or a list of maps, got {ValueDescription.Describe(member)} in the list");
            }

            if (!AddMap(memberMap, path, parts))
            {
                return false;
            }
        }

        return true;
    }

    private bool AddMap(MapValue map, string[] path, List<QueryNode> parts)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Fail("a query is nested too deeply");
        }

        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (ValueOperators.IsOperator(entry.Key))
            {
                return AddTerms(map, path, parts);
            }
        }

        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (!AddEntry(entry.Key, entry.Value, path, parts))
            {
                return false;
            }
        }

        return true;
    }

    private bool AddEntry(string key, Value value, string[] path, List<QueryNode> parts)
    {
        LogicOperator? logic = key switch
        {
            "_and" => LogicOperator.And,
            "_or" => LogicOperator.Or,
            "_not" => LogicOperator.Not,
            _ => null,
        };
        if (logic is { } combination)
        {
            List<QueryNode> inner = [];
            if (!AddQuery(value, path, inner, $"'{key}' in a query"))
            {
                return false;
            }

            parts.Add(new GroupNode(combination, [.. inner]));
            return true;
        }

        if (key.StartsWith('_'))
        {
            return Fail($"unknown query operator '{key}'");
        }

        string[] inside = [.. path, key];
        if (value.AsMap() is { } map)
        {
            return AddMap(map, inside, parts);
        }

        return AddTerm("_eq", value, inside, QueryModifiers.None, parts);
    }

    private bool AddTerms(MapValue map, string[] path, List<QueryNode> parts)
    {
        QueryModifiers modifiers = QueryModifiers.None;
        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (ValueOperators.IsOperator(entry.Key))
            {
                continue;
            }

            if (!QueryModifiers.IsModifier(entry.Key))
            {
                return Fail(
                    entry.Key.StartsWith('_') && entry.Key is not ("_and" or "_or" or "_not")
                        ? $"unknown query operator '{entry.Key}'"
                        : $"'{entry.Key}' cannot stand beside a query operator; only w, b, inverse, radius, max_distance and max_time can");
            }

            QueryModifiers? changed = modifiers.With(entry.Key, entry.Value, out string? error);
            if (changed is null)
            {
                return Fail(error!);
            }

            modifiers = changed;
        }

        return AddOperators(map, path, modifiers, parts);
    }

    private bool AddOperators(MapValue map, string[] path, QueryModifiers modifiers, List<QueryNode> parts)
    {
        List<QueryNode> terms = [];
        foreach (KeyValuePair<string, Value> entry in map.AsSpan())
        {
            if (ValueOperators.IsOperator(entry.Key) && !AddTerm(entry.Key, entry.Value, path, modifiers, terms))
            {
                return false;
            }
        }

        parts.Add(terms.Count == 1 ? terms[0] : new GroupNode(LogicOperator.And, [.. terms]));
        return true;
    }

    private bool AddTerm(string name, Value argument, string[] path, QueryModifiers modifiers, List<QueryNode> parts)
    {
        QueryOperator? implementation = ValueOperators.Create(name, argument, modifiers, limits, out string? error);
        if (implementation is null)
        {
            return Fail(error!);
        }

        parts.Add(new TermNode(path, name, argument, modifiers, implementation));
        return true;
    }

    private bool Fail(string message)
    {
        Error ??= message;
        return false;
    }
}
