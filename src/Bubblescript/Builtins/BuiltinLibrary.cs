using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Bubblescript.Builtins;

/// <summary>All functions that scripts can call without declaring them: the builtins and what a host adds. Immutable.</summary>
internal sealed class BuiltinLibrary
{
    /// <summary>The builtins of the language.</summary>
    public static readonly BuiltinLibrary Default = new(
    [
        .. ListFunctions.All,
        .. MapFunctions.All,
        .. TextFunctions.All,
        .. PatternFunctions.All,
        .. MarkupFunctions.All,
        .. NumberFunctions.All,
        .. TypeFunctions.All,
        .. DateFunctions.All,
        .. EncodingFunctions.All,
        .. XmlFunctions.All,
        .. HttpFunctions.All,
        .. ConversationFunctions.All,
        .. LanguageModelFunctions.All,
        .. ElementFunctions.All,
    ]);

    private readonly FrozenDictionary<string, BuiltinFunction> _functions;

    private BuiltinLibrary(ImmutableArray<BuiltinFunction> functions)
    {
        All = functions;
        _functions = functions.ToFrozenDictionary(static function => function.FullName, StringComparer.Ordinal);
    }

    /// <summary>The functions, topic by topic.</summary>
    public ImmutableArray<BuiltinFunction> All { get; }

    /// <summary>The full names, <c>LLM.complete</c> for those of a module.</summary>
    public ImmutableArray<string> Names => _functions.Keys;

    /// <summary>Finds a function by its full name.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out BuiltinFunction function) => _functions.TryGetValue(name, out function);

    /// <summary>A library that also has the function, in place of one with the same name.</summary>
    public BuiltinLibrary With(BuiltinFunction function) =>
        new([.. All.Where(other => !string.Equals(other.FullName, function.FullName, StringComparison.Ordinal)), function]);
}
