using System.Collections.Immutable;

namespace Bubblescript.Builtins;

/// <summary>A builtin, declared once: what the binder checks, what the documentation says and what runs.</summary>
internal sealed record BuiltinFunction(
    string Name,
    ImmutableArray<FunctionParameter> Parameters,
    string Result,
    string Documentation,
    FunctionImplementation Implementation)
{
    /// <summary>The module of a module builtin (<c>LLM</c> in <c>LLM.complete</c>), else null.</summary>
    public string? Module { get; init; }

    /// <summary>The heading of the documentation it stands under.</summary>
    public string Topic { get; init; } = "";

    public FunctionPurity Purity { get; init; } = FunctionPurity.Pure;

    /// <summary>Whether a call may suspend the statement (see <see cref="FunctionContext.Await"/>).</summary>
    public bool Suspends { get; init; }

    /// <summary>Whether more positional arguments than parameters are accepted; they follow the parameters.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>
    /// The index of the map parameter that collects keyword arguments which are no parameter names; -1 when unknown keywords are errors.
    /// </summary>
    public int KeywordParameter { get; init; } = -1;

    /// <summary>Whether the name of <see cref="KeywordParameter"/> as the only such keyword gives the whole map; else it is an entry like any other.</summary>
    public bool CollectsByName { get; init; }

    /// <summary>
    /// The index of the first parameter that can only be given by name, or together with those after it as one map; -1 when all may be given by position.
    /// </summary>
    public int OptionsStart { get; init; } = -1;

    /// <summary>An expression that shows the function at work, and the expression it equals; a test runs both.</summary>
    public string Example { get; init; } = "";

    public string? ExampleResult { get; init; }

    public string FullName => Module is null ? Name : $"{Module}.{Name}";

    public int RequiredCount => Parameters.Count(static parameter => !parameter.IsOptional);
}
