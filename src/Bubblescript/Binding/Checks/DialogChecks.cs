using Bubblescript.Diagnostics;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Checks;

/// <summary>Names of dialogs: unknown ones, those that nothing can reach and those that hide one another (language reference, section 11).</summary>
internal sealed class DialogChecks(ProgramScope program)
{
    private const string MainName = "main";
    private const string StartName = "__main__";

    private readonly DialogGraph _graph = new(program);

    private BindingSession Session => program.Session;

    public void Run()
    {
        CheckReferences();
        CheckReachability();
        CheckDuplicates(program.Dialogs);
        foreach (DialogSymbol dialog in program.AllDialogs())
        {
            CheckDuplicates(dialog.Inner);
        }
    }

    /// <summary>Whether the program has a dialog that starts conversations.</summary>
    public bool HasStart() => program.Dialogs.Exists(static dialog => !dialog.IsDefault && dialog.Name is MainName or StartName);

    private static SourcePlace PlaceOfName(DialogSymbol dialog) => new(dialog.Source, dialog.Declaration.Name!.Span);

    private void CheckReferences()
    {
        HashSet<DialogSymbol>? aboveAnything = null;
        foreach (DialogReference reference in program.AllDialogs().SelectMany(static dialog => dialog.References))
        {
            if (IsVisible(reference.Name, reference.From))
            {
                continue;
            }

            IReadOnlyList<DialogSymbol> hidden = _graph.Named(reference.Name);
            aboveAnything ??= _graph.Closure(program.AllDialogs().Where(static dialog => DialogGraph.IsStartedByInput(dialog) && dialog.Name is not StartName), isOneStack: true);
            if (hidden.Count > 0 && (aboveAnything.Contains(reference.From) || hidden.Any(dialog => _graph.Closure([dialog.Parent!], isOneStack: true).Contains(reference.From))))
            {
                continue;
            }

            Session.Report(Descriptors.UnknownDialog, reference.Place, $"unknown dialog '{reference.Name}'", Hint(reference, hidden));
        }
    }

    private string? Hint(DialogReference reference, IReadOnlyList<DialogSymbol> hidden)
    {
        if (hidden.Count > 0)
        {
            return $"'{reference.Name}' stands inside the dialog '{hidden[0].Parent!.Bound.DisplayName}', which is never on the stack here";
        }

        if (NameSuggestion.Hint(reference.Name, _graph.Names) is { } hint)
        {
            return hint;
        }

        return program.TaskNames.Contains(reference.Name) ? $"'{reference.Name}' is a task; write 'perform {reference.Name}'" : null;
    }

    /// <summary>Whether a name is that of a dialog inside this or an enclosing one, or of one at top level.</summary>
    private bool IsVisible(string name, DialogSymbol from)
    {
        for (DialogSymbol? dialog = from; dialog is not null; dialog = dialog.Parent)
        {
            if (dialog.Inner.Exists(IsNamed))
            {
                return true;
            }
        }

        return _graph.Named(name).Any(static dialog => dialog.Parent is null);

        bool IsNamed(DialogSymbol dialog) => string.Equals(dialog.Name, name, StringComparison.Ordinal);
    }

    private void CheckReachability()
    {
        HashSet<DialogSymbol> reached = _graph.Closure(program.Dialogs.Where(IsRoot));
        foreach (DialogSymbol dialog in program.AllDialogs())
        {
            bool isInnerOfReached = dialog.Parent is null || reached.Contains(dialog.Parent);
            if (!reached.Contains(dialog) && isInnerOfReached && dialog is { Name: { } name, IsDefault: false })
            {
                SourcePlace place = PlaceOfName(dialog);
                Session.Report(Descriptors.UnreachableDialog, place, $"unreachable dialog '{name}': nothing invokes it and it has no trigger");
                (int line, int column) = place.Source.GetPosition(place.Span.Start);
                Session.UnreachableDialogs.Add(new UnreachableDialog(name, place.Source.Path, line, column));
            }
        }
    }

    /// <summary>The default <c>__main__</c> runs only where the script's own one does not always run.</summary>
    private bool IsRoot(DialogSymbol dialog)
    {
        if (!DialogGraph.IsStartedByInput(dialog) && !Session.IsNamedFromOutside(dialog.Name!))
        {
            return false;
        }

        return !dialog.IsDefault
            || dialog.Name is not StartName
            || !program.Dialogs.Exists(static own => DialogGraph.AlwaysComesFirst(own, StartName));
    }

    private void CheckDuplicates(IReadOnlyList<DialogSymbol> level)
    {
        Dictionary<string, DialogSymbol> unguarded = new(StringComparer.Ordinal);
        foreach (DialogSymbol dialog in level.Where(static dialog => dialog is { Name: not null, IsDefault: false }))
        {
            if (unguarded.TryGetValue(dialog.Name!, out DialogSymbol? earlier))
            {
                Session.Report(
                    Descriptors.DuplicateDialog,
                    PlaceOfName(dialog),
                    $"duplicate dialog '{dialog.Name}': the one at {PlaceOfName(earlier)} has no guard and always comes first");
            }
            else if (dialog.Declaration.Guard is null)
            {
                unguarded.Add(dialog.Name!, dialog);
            }
        }
    }
}
