using Bubblescript.Binding.Checks;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>Arguments that are names or paths instead of expressions, and what is checked when the whole bot is known.</summary>
internal sealed partial class StatementBinder
{
    private string? BindName(CommandDescriptor command, Expression argument, bool isReset)
    {
        bool isDialog = command.Shape == CommandShape.DialogName;
        if (NameOf(argument, isDialog ? "dialog" : "task", command.Word) is not { } name)
        {
            return null;
        }

        if (isDialog)
        {
            _body.Dialog?.References.Add(new DialogReference(name, PlaceOf(argument), _body.Dialog) { ClearsStack = isReset });
        }
        else if (!_body.Program.TaskNames.Contains(name))
        {
            ReportUnknownTask(name, argument);
        }

        return name;
    }

    private void ReportUnknownTask(string name, Expression place)
    {
        string? hint = NameSuggestion.Hint(name, _body.Program.TaskNames);
        if (hint is null && _body.Program.AllDialogs().Any(dialog => string.Equals(dialog.Name, name, StringComparison.Ordinal)))
        {
            hint = $"'{name}' is a dialog; write 'invoke {name}'";
        }
        else if (hint is null && _body.Functions.ContainsKey(name))
        {
            hint = $"'{name}' is a function; write '{name}(…)'";
        }

        Session.Report(Descriptors.UnknownTask, PlaceOf(place), $"unknown task '{name}'", hint);
    }

    private string? NameOf(Expression argument, string what, string word)
    {
        if (argument is NameExpression name)
        {
            return name.Name;
        }

        if (argument is not ErrorExpression)
        {
            string? written = argument switch
            {
                StringExpression { IsLiteral: true } text => text.LiteralText,
                AtomLiteral atom => atom.Name,
                _ => null,
            };
            string? hint = written is null ? null : $"write '{word} {written}' without quotes";
            Session.Report(Descriptors.NameExpected, PlaceOf(argument), $"'{word}' needs the name of a {what}", hint);
        }

        return null;
    }

    private string? BindDialogOption(CommandDescriptor command, CommandArguments arguments)
    {
        Argument? option = arguments.FindOption(command.DialogOption);
        if (option is null || NameOf(option.Value, "dialog", $"{command.DialogOption}:") is not { } name)
        {
            return null;
        }

        if (command.Kind is CommandKind.Ask or CommandKind.Prompt)
        {
            _body.Dialog?.References.Add(new DialogReference(name, PlaceOf(option.Value), _body.Dialog));
        }

        return name;
    }

    /// <summary>Keeps what <c>switch_bot</c> and <c>return_bot</c> name for the check of the workspace.</summary>
    private void NoteSwitch(CommandDescriptor command, CommandArguments arguments)
    {
        if (command.Kind is not (CommandKind.SwitchBot or CommandKind.ReturnBot))
        {
            return;
        }

        Expression? bot = arguments.Positional is [var first, ..] ? first : null;
        string? id = bot is StringExpression { IsLiteral: true } text ? text.LiteralText : (bot as AtomLiteral)?.Name;
        Expression? dialog = arguments.FindOption("dialog")?.Value;
        string? name = (dialog as NameExpression)?.Name;
        if (command.Kind == CommandKind.ReturnBot)
        {
            bot = null;
            id = null;
        }

        Session.Switches.Add(new SwitchReference(id, bot is null ? null : PlaceOf(bot), name, dialog is null ? null : PlaceOf(dialog)));
    }

    private bool TakeReset(CommandArguments arguments)
    {
        if (arguments.Positional.Length < 2)
        {
            return false;
        }

        Expression option = arguments.Positional[1];
        if (option is AtomLiteral { Name: "reset" })
        {
            return true;
        }

        if (option is not ErrorExpression)
        {
            Session.Report(Descriptors.UnknownOption, PlaceOf(option), "the only option of 'invoke' is ':reset'");
        }

        return true;
    }

    /// <summary>The name that an <c>await</c> waits for: the argument of a written <c>event(…)</c>, else a value that is a name or an event.</summary>
    private EvaluationNode[] BindAwaited(CommandArguments arguments)
    {
        if (arguments.Positional is not [var awaited, ..])
        {
            return [];
        }

        bool isEvent = awaited is CallExpression { Module: null, Name.Text: "event", Arguments: [{ Key: null }] };
        return [_expressions.Bind(isEvent ? ((CallExpression)awaited).Arguments[0].Value : awaited)];
    }

    private AssignmentTarget? BindPath(CommandDescriptor command, Expression argument)
    {
        AssignmentTarget? path = BindTarget(argument, isChecked: command.Kind == CommandKind.Unset);
        if (path is { Scope: VariableScope.Local } && command.Kind != CommandKind.Unset)
        {
            Session.Report(
                Descriptors.InvalidAssignment,
                PlaceOf(argument),
                $"'{command.Word}' does not reach the local variable '{path.Name}'",
                $"use a variable of the conversation, such as '{path.Name.TrimStart('_')}'");
        }

        return path;
    }

    /// <summary>A lone literal of <c>expecting:</c> must be valid BML; in a list an invalid one is a choice.</summary>
    private void NotePatterns(CommandDescriptor command, CommandArguments arguments)
    {
        if (command.Kind != CommandKind.Ask)
        {
            return;
        }

        Argument? expecting = arguments.FindOption("expecting");
        if (expecting?.Value is StringExpression { IsLiteral: true, IsTranslatable: false } text)
        {
            Session.Patterns.Add(new PatternUse(text.LiteralText, PlaceOf(text), _body.Program));
        }
        else if (expecting?.Value is ListExpression list)
        {
            foreach (StringExpression item in list.Items.Select(static item => item.Value).OfType<StringExpression>().Where(static item => item.IsLiteral))
            {
                Session.Patterns.Add(new PatternUse(item.LiteralText, PlaceOf(item), _body.Program) { IsChoice = true });
            }
        }
    }
}
