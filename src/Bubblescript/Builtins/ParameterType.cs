namespace Bubblescript.Builtins;

/// <summary>What a parameter of a builtin accepts; arguments are converted to it before the function runs (builtin functions, introduction).</summary>
internal enum ParameterType
{
    Any,

    /// <summary>Anything that has a text: strings, numbers, atoms, messages, entities; nil is "".</summary>
    Text,
    Integer,

    /// <summary>An integer or a float; entities count as their value.</summary>
    Number,
    Boolean,

    /// <summary>A list, range or data table; nil is <c>[]</c>.</summary>
    List,

    /// <summary>A map; nil is <c>%{}</c>.</summary>
    Map,

    /// <summary>A query: a map or a list of maps.</summary>
    Query,
    Location,
    Date,

    /// <summary>A duration: seconds, or text with units.</summary>
    Duration,
}
