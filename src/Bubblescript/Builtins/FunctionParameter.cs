using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// A parameter of a builtin. Optional ones may be given by position or as keyword; a missing one is <paramref name="Default"/>.
/// </summary>
internal sealed record FunctionParameter(string Name, ParameterType Type, bool IsOptional = false, Value Default = default)
{
    /// <summary>Whether a literal nil is passed on as nil instead of being converted to the type's empty value.</summary>
    public bool KeepsNil { get; init; }

    /// <summary>How the default is described in the documentation when the value itself does not say it.</summary>
    public string? DefaultText { get; init; }
}
