namespace Bubblescript.Binding.Checks;

/// <summary>Which dialogs can run because which others do: the names in their statements and the dialogs inside them.</summary>
internal sealed class DialogGraph
{
    private readonly Dictionary<string, List<DialogSymbol>> _byName = new(StringComparer.Ordinal);

    public DialogGraph(ProgramScope program)
    {
        foreach (DialogSymbol dialog in program.AllDialogs())
        {
            if (dialog.Name is { } name && !(dialog.IsDefault && program.Dialogs.Exists(own => AlwaysComesFirst(own, name))))
            {
                if (!_byName.TryGetValue(name, out List<DialogSymbol>? dialogs))
                {
                    _byName.Add(name, dialogs = []);
                }

                dialogs.Add(dialog);
            }
        }
    }

    public IReadOnlyList<DialogSymbol> Named(string name) => _byName.TryGetValue(name, out List<DialogSymbol>? dialogs) ? dialogs : [];

    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>
    /// The dialogs and all that they lead to; inner dialogs that input starts are led to by the dialog around them. For those that can be on a stack
    /// together, references that clear the stack do not count.
    /// </summary>
    public HashSet<DialogSymbol> Closure(IEnumerable<DialogSymbol> roots, bool isOneStack = false)
    {
        HashSet<DialogSymbol> reached = [];
        Stack<DialogSymbol> pending = new(roots);
        while (pending.TryPop(out DialogSymbol? dialog))
        {
            if (!reached.Add(dialog))
            {
                continue;
            }

            foreach (DialogReference reference in dialog.References.Where(reference => !isOneStack || !reference.ClearsStack))
            {
                foreach (DialogSymbol target in Named(reference.Name))
                {
                    pending.Push(target);
                }
            }

            foreach (DialogSymbol inner in dialog.Inner.Where(IsStartedByInput))
            {
                pending.Push(inner);
            }
        }

        return reached;
    }

    /// <summary>Whether a dialog of the script leaves no chance to the library's default of its name.</summary>
    public static bool AlwaysComesFirst(DialogSymbol dialog, string name) =>
        dialog is { IsDefault: false, Declaration.Guard: null } && string.Equals(dialog.Name, name, StringComparison.Ordinal);

    /// <summary>Whether something else than a statement starts the dialog.</summary>
    public static bool IsStartedByInput(DialogSymbol dialog) => dialog.HasHead || dialog.IsPlatform || dialog.Name is null;
}
