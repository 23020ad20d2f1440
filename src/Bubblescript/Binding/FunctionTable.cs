using Bubblescript.Builtins;

namespace Bubblescript.Binding;

/// <summary>The functions that scripts can call besides their own: the library's and the host's. A host's function takes the place of a builtin of its name.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<string, BuiltinFunction> _functions = new(StringComparer.Ordinal);

    public FunctionTable(IEnumerable<BuiltinFunction> builtins, IEnumerable<BuiltinFunction> hostFunctions)
    {
        foreach (BuiltinFunction function in builtins.Concat(hostFunctions))
        {
            _functions[function.FullName] = function;
        }
    }

    /// <summary>The names that are called without a module.</summary>
    public IEnumerable<string> Names => _functions.Values.Where(static function => function.Module is null).Select(static function => function.Name);

    /// <summary>All names, module builtins as <c>Module.name</c>.</summary>
    public IEnumerable<string> FullNames => _functions.Keys;

    public BuiltinFunction? Find(string? module, string name) => _functions.GetValueOrDefault(module is null ? name : $"{module}.{name}");
}
