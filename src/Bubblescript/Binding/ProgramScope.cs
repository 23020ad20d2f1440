using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding;

/// <summary>The name space of the scripts that one kind of process runs. As a scope of expressions it is that of heads and guards: there are no locals.</summary>
internal sealed class ProgramScope(BindingSession session, ScriptKind kind, ConstantTable constants) : ExpressionScope
{
    private readonly Dictionary<string, BoundFunction> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<string> _variables = [];
    private readonly Dictionary<string, int> _identities = new(StringComparer.Ordinal);

    public ScriptKind Kind { get; } = kind;

    public override BindingSession Session { get; } = session;

    public override ConstantTable Constants { get; } = constants;

    public override IReadOnlyDictionary<string, BoundFunction> Functions => _functions;

    /// <summary>Top-level dialogs in resolution order.</summary>
    public List<DialogSymbol> Dialogs { get; } = [];

    public List<TaskSymbol> Tasks { get; } = [];

    public List<FunctionSymbol> FunctionSymbols { get; } = [];

    public HashSet<string> TaskNames { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Variables => _variables;

    public IReadOnlyDictionary<string, int> Slots => _slots;

    /// <summary>Adds a function; false when the name is taken.</summary>
    public bool TryAddFunction(FunctionSymbol function)
    {
        if (!_functions.TryAdd(function.Bound.Name, function.Bound))
        {
            return false;
        }

        FunctionSymbols.Add(function);
        return true;
    }

    /// <summary>The slot of a process variable; a new one at its first mention.</summary>
    public int SlotOf(string name)
    {
        if (!_slots.TryGetValue(name, out int slot))
        {
            slot = _variables.Count;
            _variables.Add(name);
            _slots.Add(name, slot);
        }

        return slot;
    }

    /// <summary>Makes an identity unique by its ordinal among equal ones (execution model, section 9).</summary>
    public string NextIdentity(string head) => StatementIdentities.Next(_identities, head);

    public override EvaluationNode BindName(string name, SourcePlace place) => name.StartsWith('_')
        ? new LiteralNode(place, default)
        : BindVariable(name, place);

    public override string? HintForCall(string name)
    {
        if (TaskNames.Contains(name))
        {
            return $"'{name}' is a task; write 'perform {name}'";
        }

        bool isDialog = AllDialogs().Any(dialog => string.Equals(dialog.Name, name, StringComparison.Ordinal));
        return isDialog ? $"'{name}' is a dialog; write 'invoke {name}'" : null;
    }

    /// <summary>A predefined variable or one of the process.</summary>
    public EvaluationNode BindVariable(string name, SourcePlace place) => PredefinedVariables.TryGet(name, out PredefinedVariable predefined)
        ? new PredefinedNode(place, predefined)
        : new VariableNode(place, name, SlotOf(name));

    /// <summary>Every dialog, inner ones behind the one that holds them.</summary>
    public IEnumerable<DialogSymbol> AllDialogs()
    {
        Stack<DialogSymbol> pending = new(Enumerable.Reverse(Dialogs));
        while (pending.TryPop(out DialogSymbol? dialog))
        {
            yield return dialog;
            for (int i = dialog.Inner.Count - 1; i >= 0; i--)
            {
                pending.Push(dialog.Inner[i]);
            }
        }
    }
}
