using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Binding.Tree;

namespace Bubblescript.Binding;

/// <summary>All that one kind of process runs: the main scripts together, the master script or the group script. Immutable once bound.</summary>
internal sealed class ScriptProgram
{
    public required ScriptKind Kind { get; init; }

    /// <summary>The configuration constants of the scripts.</summary>
    public BotSettings Settings { get; init; } = new();

    /// <summary>Top-level dialogs in file order; the library's default platform dialogs come last.</summary>
    public required ImmutableArray<BoundDialog> Dialogs { get; init; }

    /// <summary>Top-level dialogs by name, in file order.</summary>
    public required FrozenDictionary<string, ImmutableArray<BoundDialog>> DialogsByName { get; init; }

    /// <summary>Top-level dialogs by event, in file order.</summary>
    public required FrozenDictionary<string, ImmutableArray<BoundDialog>> DialogsByEvent { get; init; }

    /// <summary>Tasks by name (<c>__init__</c> included), in file order.</summary>
    public required FrozenDictionary<string, ImmutableArray<BoundTask>> TasksByName { get; init; }

    public required FrozenDictionary<string, ImmutableArray<BoundTask>> TasksByEvent { get; init; }

    /// <summary>Hooks by what they run before, in file order.</summary>
    public required FrozenDictionary<string, ImmutableArray<BoundTask>> HooksByTarget { get; init; }

    /// <summary>Functions by name.</summary>
    public required FrozenDictionary<string, BoundFunction> Functions { get; init; }

    /// <summary>The names of the process variables, by slot.</summary>
    public required ImmutableArray<string> VariableNames { get; init; }

    /// <summary>The slots of the process variables, by name.</summary>
    public required FrozenDictionary<string, int> VariableSlots { get; init; }

    /// <summary>Every dialog, inner ones too, and every task, by identity: finds the declaration of a saved frame.</summary>
    public required FrozenDictionary<string, BoundDeclaration> Declarations { get; init; }
}
