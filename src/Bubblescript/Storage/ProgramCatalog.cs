using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation;

namespace Bubblescript.Storage;

/// <summary>The programs of a workspace as saved states name them. Safe for use by several threads.</summary>
internal sealed class ProgramCatalog(Workspace workspace)
{
    private readonly ConcurrentDictionary<ScriptProgram, JsonEncodedText[]> _names = new();
    private readonly ConcurrentDictionary<ScriptProgram, FrozenSet<string>> _counters = new();
    private readonly ConcurrentDictionary<ScriptProgram, FrozenDictionary<string, BoundDeclaration?>> _moved = new();

    /// <summary>The names of a program's variables as they are written, by slot.</summary>
    public ReadOnlySpan<JsonEncodedText> VariableNamesOf(ScriptProgram program) => _names.GetOrAdd(
        program, static known => [.. known.VariableNames.Select(static name => JsonEncodedText.Encode(name, StateJson.Encoder))]);

    /// <summary>What a kind of process runs for a bot; null when there is no such bot or script.</summary>
    public ScriptProgram? Find(string botId, ProcessKind kind)
    {
        Bot? bot = workspace.Find(botId);
        return kind switch
        {
            ProcessKind.Conversation => bot?.Main,
            ProcessKind.Master => bot?.Master,
            _ => bot?.Group,
        };
    }

    /// <summary>The dialog or task of an identity; also in another file when there is only one like it.</summary>
    public BoundDeclaration? FindDeclaration(ScriptProgram program, string identity)
    {
        if (program.Declarations.TryGetValue(identity, out BoundDeclaration? declaration))
        {
            return declaration;
        }

        FrozenDictionary<string, BoundDeclaration?> moved = _moved.GetOrAdd(program, static known => IndexWithoutFiles(known));
        return moved.GetValueOrDefault(WithoutFile(identity));
    }

    /// <summary>Whether the program has a <c>once</c> that counts under this name.</summary>
    public bool HasCounter(ScriptProgram program, string counter) =>
        _counters.GetOrAdd(program, static known => FindCounters(known)).Contains(counter);

    private static FrozenDictionary<string, BoundDeclaration?> IndexWithoutFiles(ScriptProgram program) => program.Declarations.Values
        .GroupBy(static declaration => WithoutFile(declaration.Identity), StringComparer.Ordinal)
        .ToFrozenDictionary(static same => same.Key, static same => same.Count() == 1 ? same.First() : null, StringComparer.Ordinal);

    private static FrozenSet<string> FindCounters(ScriptProgram program) => program.Declarations.Values
        .Select(static declaration => declaration.Body)
        .Concat(program.Functions.Values.Select(static function => function.Body))
        .SelectMany(static body => body.Code)
        .OfType<OnceStatement>()
        .Select(static once => once.Counter)
        .ToFrozenSet(StringComparer.Ordinal);

    private static string WithoutFile(string identity)
    {
        int end = identity.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 ? identity : identity[(end + 2)..];
    }
}
