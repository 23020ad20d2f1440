using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Binding.Checks;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>From the scripts of one kind of process to the program that it runs.</summary>
internal sealed class ProgramBinder(ProgramScope program)
{
    private readonly DeclarationBinder _declarations = new(program);

    private BindingSession Session => program.Session;

    /// <summary>Binds the scripts, the library's default dialogs behind them; what cannot run is reported.</summary>
    public ScriptProgram Bind(IReadOnlyList<Script> scripts, BotSettings settings)
    {
        foreach (Script script in scripts)
        {
            DeclareFunctions(script);
        }

        SuspensionAnalysis.Apply(program);
        foreach (Script script in scripts)
        {
            DeclareItems(script, isDefault: false);
        }

        bool hasMain = program.Dialogs.Exists(static dialog => string.Equals(dialog.Name, "main", StringComparison.Ordinal));
        DeclareItems(PlatformScript.For(program.Kind, hasMain), isDefault: true);
        foreach (Script script in scripts)
        {
            DeclareTasks(script);
        }

        _declarations.ApplyDeclarations();

        BindBodies();
        return Complete(settings);
    }

    private void DeclareFunctions(Script script)
    {
        foreach (FunctionItem item in script.Items.OfType<FunctionItem>())
        {
            SourcePlace place = new(script.Source, item.Name.Span);
            BoundFunction bound = new(item.Name.Text, [.. item.Parameters.Select(static parameter => parameter.Name.Text)], place);
            if (!program.TryAddFunction(new FunctionSymbol(item, script.Source, bound)))
            {
                SourcePlace first = program.Functions[item.Name.Text] is BoundFunction earlier ? earlier.Place : place;
                Session.Report(Descriptors.DuplicateFunction, place, $"duplicate function '{item.Name.Text}': it is already defined at {first}", "rename one of them");
            }
        }
    }

    private void DeclareItems(Script script, bool isDefault)
    {
        foreach (ScriptItem item in script.Items)
        {
            switch (item)
            {
                case DialogItem dialog:
                    program.Dialogs.Add(DialogSymbols.Declare(dialog.Declaration, script.Source, null, isDefault));
                    break;
                case TaskItem { Name: { } name }:
                    program.TaskNames.Add(name.Text);
                    break;
            }
        }
    }

    private void DeclareTasks(Script script)
    {
        foreach (TaskItem item in script.Items.OfType<TaskItem>())
        {
            program.Tasks.Add(_declarations.DeclareTask(item, script.Source));
        }

        foreach (DeclareTaskItem item in script.Items.OfType<DeclareTaskItem>())
        {
            _declarations.DeclareTaskSchemas(item, script.Source);
        }
    }

    private void BindBodies()
    {
        foreach (FunctionSymbol function in program.FunctionSymbols)
        {
            _declarations.BindFunction(function);
        }

        foreach (DialogSymbol dialog in program.Dialogs)
        {
            _declarations.BindDialogHead(dialog);
        }

        foreach (DialogSymbol dialog in program.AllDialogs())
        {
            DeclarationBinder.BindDialogBody(program, dialog);
        }

        foreach (TaskSymbol task in program.Tasks)
        {
            DeclarationBinder.BindTaskBody(program, task);
        }
    }

    private ScriptProgram Complete(BotSettings settings)
    {
        PatternChecks.DeclareCaptures(Session);
        ImmutableArray<BoundDialog> dialogs = [.. program.Dialogs.Select(static dialog => dialog.Bound)];
        ImmutableArray<BoundTask> tasks = [.. program.Tasks.Select(static task => task.Bound)];
        IEnumerable<BoundDeclaration> all = program.AllDialogs().Select(static BoundDeclaration (dialog) => dialog.Bound).Concat(tasks);
        return new ScriptProgram
        {
            Kind = program.Kind,
            Settings = settings,
            Dialogs = dialogs,
            DialogsByName = Group(dialogs, static dialog => dialog.Name),
            DialogsByEvent = Group(dialogs, static dialog => dialog.EventName),
            TasksByName = Group(tasks, static task => task.Name),
            TasksByEvent = Group(tasks, static task => task.EventName),
            HooksByTarget = Group(tasks, static task => task.Before),
            Functions = program.FunctionSymbols.ToFrozenDictionary(static function => function.Bound.Name, static function => function.Bound, StringComparer.Ordinal),
            VariableNames = [.. program.Variables],
            VariableSlots = program.Slots.ToFrozenDictionary(StringComparer.Ordinal),
            Declarations = all.ToFrozenDictionary(static declaration => declaration.Identity, StringComparer.Ordinal),
        };
    }

    private static FrozenDictionary<string, ImmutableArray<T>> Group<T>(ImmutableArray<T> declarations, Func<T, string?> key) =>
        declarations
            .Where(declaration => key(declaration) is not null)
            .GroupBy(declaration => key(declaration)!, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal);
}
