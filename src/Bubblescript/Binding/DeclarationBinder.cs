using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>Heads and bodies of dialogs, tasks and functions (language reference, sections 8 and 9).</summary>
internal sealed class DeclarationBinder(ProgramScope program)
{
    private readonly Dictionary<string, SourcePlace> _declared = new(StringComparer.Ordinal);
    private readonly List<TaskDeclaration> _declarations = [];

    private BindingSession Session => program.Session;

    public static void BindDialogBody(ProgramScope program, DialogSymbol dialog)
    {
        BodyScope body = new(program, BodyKind.Dialog, dialog.Source, dialog.Bound.Identity, dialog);
        dialog.Bound.Body = StatementBinder.Bind(body, dialog.Declaration.Body);
    }

    public static void BindTaskBody(ProgramScope program, TaskSymbol task)
    {
        const string argumentsName = "_args";
        BodyScope body = new(program, BodyKind.Task, task.Source, task.Bound.Identity);
        task.Bound.Body = StatementBinder.Bind(body, task.Item.Body);
        task.Bound.ArgumentsSlot = task.Bound.Body.LocalNames.IndexOf(argumentsName);
    }

    /// <summary>Binds the heads of a dialog and of the dialogs inside it.</summary>
    public void BindDialogHead(DialogSymbol dialog)
    {
        dialog.Bound = new DialogHeadBinder(program, dialog).Bind();
        foreach (DialogSymbol inner in dialog.Inner)
        {
            BindDialogHead(inner);
        }

        dialog.Bound.InnerDialogs = [.. dialog.Inner.Select(static inner => inner.Bound)];
    }

    public TaskSymbol DeclareTask(TaskItem item, SourceText source)
    {
        HeadOptions options = new(program, source, "task", item.Options, ["event", "no_context", "before"]);
        string? name = item.Name?.Text;
        string? eventName = options.EventName("event");
        string? before = options.Name("before", "dialog");
        options.Flag("no_context");
        if (before is not null && before is not ("__user_message__" or "__resolve__") && !IsDialog(before))
        {
            Session.Report(
                Descriptors.UnknownDialog,
                new SourcePlace(source, options.Find("before")!.Value.Span),
                $"unknown dialog '{before}'",
                NameSuggestion.Hint(before, DialogNames().Append("__user_message__").Append("__resolve__")));
        }

        bool isBroken = item.Body.Statements is [ErrorStatement, ..];
        if (name is null && eventName is null && before is null && !options.HasErrors && !isBroken)
        {
            Session.Report(Descriptors.InvalidDialogHead, new SourcePlace(source, item.Span with { Length = "task".Length }), "a task needs a name, 'event:' or 'before:'");
        }

        string head = name ?? options.HeadText();
        string identity = program.NextIdentity($"{source.Path}: task {head}");
        EvaluationNode? guard = options.Guard(item.Guard);
        BoundTask task = new(identity, new SourcePlace(source, item.Span), guard, name) { EventName = eventName, Before = before };
        return new TaskSymbol(item, source, task);
    }

    public void DeclareTaskSchemas(DeclareTaskItem item, SourceText source)
    {
        HeadOptions options = new(program, source, "declare task", item.Options, ["description", "in", "out"]);
        SourcePlace place = new(source, item.Name.Span);
        TaskDeclaration declaration = new(item.Name.Text, options.Constant("description"), options.Schema("in"), options.Schema("out"));
        if (!program.TaskNames.Contains(item.Name.Text))
        {
            Session.Report(
                Descriptors.MissingTask,
                place,
                $"the declared task '{item.Name.Text}' does not exist",
                NameSuggestion.Hint(item.Name.Text, program.TaskNames) ?? $"write 'task {item.Name.Text} do … end'");
            return;
        }

        if (!_declared.TryAdd(item.Name.Text, place))
        {
            Session.Report(Descriptors.DuplicateDeclaration, place, $"duplicate declaration of the task '{item.Name.Text}': it is already declared at {_declared[item.Name.Text]}");
            return;
        }

        _declarations.Add(declaration);
    }

    /// <summary>Gives the tasks their declarations, which may stand before or behind them.</summary>
    public void ApplyDeclarations()
    {
        foreach (TaskDeclaration declaration in _declarations)
        {
            foreach (TaskSymbol task in program.Tasks.Where(task => string.Equals(task.Bound.Name, declaration.Name, StringComparison.Ordinal)))
            {
                task.Bound.Declaration = declaration;
            }
        }
    }

    public void BindFunction(FunctionSymbol function)
    {
        FunctionItem item = function.Item;
        BodyScope body = new(program, BodyKind.Function, function.Source, $"{function.Source.Path}: function {item.Name.Text}");
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Parameter parameter in item.Parameters)
        {
            body.LocalSlot(parameter.Name.Text);
            if (!names.Add(parameter.Name.Text))
            {
                Session.Report(Descriptors.DuplicateDeclaration, new SourcePlace(function.Source, parameter.Name.Span), $"duplicate parameter '{parameter.Name.Text}'");
            }
        }

        function.Bound.ParameterSchemas = [.. item.Parameters.Select(parameter => BindSchema(parameter.Schema, function.Source))];
        function.Bound.ReturnSchema = BindSchema(item.ReturnSchema, function.Source);
        function.Bound.Body = StatementBinder.Bind(body, item.Body);
    }

    private EvaluationNode? BindSchema(Expression? schema, SourceText source) => schema is null ? null : SchemaBinder.Bind(program, schema, source);

    private bool IsDialog(string name) =>
        PlatformNames.IsDialog(name) || name is PlatformNames.UserMessage or PlatformNames.Resolve || program.AllDialogs().Any(dialog => string.Equals(dialog.Name, name, StringComparison.Ordinal));

    private IEnumerable<string> DialogNames() => ((string[])[PlatformNames.UserMessage, PlatformNames.Resolve]).Concat(program.AllDialogs().Where(static dialog => dialog.Name is not null).Select(static dialog => dialog.Name!));
}
