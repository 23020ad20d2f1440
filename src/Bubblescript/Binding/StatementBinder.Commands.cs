using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using CommandStatement = Bubblescript.Syntax.Tree.CommandStatement;

namespace Bubblescript.Binding;

/// <summary>Statement words: their places, arguments, names and options (language reference, section 7).</summary>
internal sealed partial class StatementBinder
{
    /// <param name="command">The word and its arguments.</param>
    /// <param name="target">What takes the value.</param>
    /// <param name="whole">The statement, which is the assignment if there is one.</param>
    private void BindCommand(CommandStatement command, AssignmentTarget? target, Statement whole)
    {
        string word = command.Word.Text;
        if (string.Equals(word, "break", StringComparison.Ordinal))
        {
            BindBreak(command);
            return;
        }

        if (CommandDescriptors.Find(word) is not { } descriptor)
        {
            Session.Report(Descriptors.MisplacedStatement, PlaceOf(command.Word), $"'{word}' is allowed in 'test' blocks only");
            return;
        }

        CheckPlace(descriptor, command.Word);
        if (whole is Syntax.Tree.AssignStatement && !descriptor.GivesValue)
        {
            Session.Report(Descriptors.InvalidAssignment, PlaceOf(command.Word), $"'{word}' gives no value that could be assigned");
        }

        CommandArguments arguments = CommandArguments.Sort(descriptor, command.Arguments, _body);
        Tree.CommandStatement statement = MakeCommand(descriptor, command, arguments, target, whole);
        _body.Emit(statement, word, whole.Span);
    }

    private Tree.CommandStatement MakeCommand(
        CommandDescriptor descriptor,
        CommandStatement command,
        CommandArguments arguments,
        AssignmentTarget? target,
        Statement whole)
    {
        CheckCounts(descriptor, command.Word, arguments);
        bool isReset = descriptor.Kind == CommandKind.Invoke && TakeReset(arguments);
        string? name = null;
        AssignmentTarget? path = null;
        ReadOnlySpan<Expression> positional = arguments.Positional;
        if (descriptor.Shape == CommandShape.Path)
        {
            path = positional.IsEmpty ? null : BindPath(descriptor, positional[0]);
            positional = positional.IsEmpty ? [] : positional[1..];
        }
        else if (descriptor.Shape != CommandShape.Expressions)
        {
            name = positional.IsEmpty ? null : BindName(descriptor, positional[0], isReset);
            positional = positional.IsEmpty ? [] : positional[1..];
        }

        string? dialog = BindDialogOption(descriptor, arguments);
        NoteSwitch(descriptor, arguments);
        EvaluationNode[] nodes = isReset ? [] : descriptor.Kind == CommandKind.Await ? BindAwaited(arguments) : _expressions.BindAll(positional);
        if (!arguments.Keywords.IsEmpty && descriptor.TakesKeywords)
        {
            nodes = [.. nodes, _expressions.BindKeywords(arguments.Keywords, _expressions.PlaceOf(arguments.Keywords))];
        }

        ImmutableArray<CommandOption> options = BindOptions(descriptor, arguments);
        NotePatterns(descriptor, arguments);
        return new Tree.CommandStatement(PlaceOf(whole), descriptor.Kind, ImmutableCollectionsMarshal.AsImmutableArray(nodes), options)
        {
            Target = target,
            Name = name ?? dialog,
            IsReset = isReset,
            Path = path,
        };
    }

    private void BindBreak(CommandStatement command)
    {
        if (command.Arguments.Length > 0)
        {
            Session.Report(Descriptors.WrongArgumentCount, PlaceOf(command.Word), "'break' takes no arguments");
        }

        if (_body.Loop is { } loop)
        {
            _body.Emit(new BreakStatement(PlaceOf(command), loop.Loop, loop.Exit), "break", command.Span);
            return;
        }

        Session.Report(Descriptors.MisplacedBreak, PlaceOf(command.Word), "'break' is allowed inside 'repeat' only");
    }

    private void CheckPlace(CommandDescriptor command, Identifier word)
    {
        bool isConversation = _body.Program.Kind == ScriptKind.Main;
        CommandPlaces place = _body.Kind switch
        {
            BodyKind.Dialog => isConversation ? CommandPlaces.ConversationDialog : CommandPlaces.CoordinatorDialog,
            BodyKind.Task => CommandPlaces.Task,
            _ => CommandPlaces.Function,
        };
        if ((command.Places & place) != CommandPlaces.None)
        {
            return;
        }

        string script = _body.Program.Kind == ScriptKind.Master ? "the master script" : "a group script";
        string here = _body.Kind == BodyKind.Dialog ? script : BodyKindText.WithArticle(_body.Kind);
        if (_body.Kind == BodyKind.Function && !command.IsInteractive && (command.Places & CommandPlaces.Task) != CommandPlaces.None && command.Kind != CommandKind.Reply)
        {
            Session.Report(Descriptors.ImpureFunction, PlaceOf(word), $"'{word.Text}' acts on the outside and is not allowed in a function", "use a task");
            return;
        }

        string allowed = (command.Places & CommandPlaces.Task) != CommandPlaces.None ? "dialogs and tasks" : "dialogs";
        if (_body.Kind == BodyKind.Dialog)
        {
            allowed = "dialogs of conversations";
        }

        Session.Report(
            command.IsInteractive ? Descriptors.MisplacedInteractive : Descriptors.MisplacedStatement,
            PlaceOf(word),
            $"'{word.Text}' is allowed in {allowed} only, not in {here}");
    }

    private void CheckCounts(CommandDescriptor command, Identifier word, CommandArguments arguments)
    {
        bool hasMap = command.TakesKeywords && !arguments.Keywords.IsEmpty;
        if (!command.TakesKeywords)
        {
            foreach (Argument keyword in arguments.Keywords)
            {
                ReportUnknownOption(command, keyword);
            }
        }

        int count = arguments.Positional.Length + (hasMap ? 1 : 0);
        bool replacesText = command.Kind == CommandKind.Prompt && arguments.FindOption("dialog") is not null;
        int minimum = command.Kind == CommandKind.Prompt && !replacesText ? 1 : command.Minimum;
        int maximum = replacesText ? 0 : command.Maximum;
        if (count < minimum || count > maximum)
        {
            Session.Report(Descriptors.WrongArgumentCount, PlaceOf(word), ArgumentCountText.Describe($"'{word.Text}'", minimum, maximum, count));
        }
    }

    private void ReportUnknownOption(CommandDescriptor command, Argument option)
    {
        _expressions.Bind(option.Value);
        IEnumerable<string> known = command.DialogOption is null ? command.Options : command.Options.Append(command.DialogOption);
        string? hint = NameSuggestion.Hint(option.Key!.Text, known);
        hint ??= command.Options.IsEmpty && command.DialogOption is null ? "it takes no options" : $"it knows {string.Join(", ", known)}";
        Session.Report(Descriptors.UnknownOption, PlaceOf(option.Key), $"unknown option '{option.Key.Text}' of '{command.Word}'", hint);
    }

    private ImmutableArray<CommandOption> BindOptions(CommandDescriptor command, CommandArguments arguments)
    {
        if (arguments.Options.IsEmpty)
        {
            return [];
        }

        ImmutableArray<CommandOption>.Builder options = ImmutableArray.CreateBuilder<CommandOption>(arguments.Options.Length);
        foreach (Argument option in arguments.Options)
        {
            if (!ReferenceEquals(arguments.FindOption(option.Key!.Text), option))
            {
                Session.Report(Descriptors.UnknownOption, PlaceOf(option.Key), $"the option '{option.Key.Text}' is given twice");
            }

            if (!string.Equals(option.Key.Text, command.DialogOption, StringComparison.Ordinal))
            {
                options.Add(new CommandOption(option.Key.Text, _expressions.Bind(option.Value)));
            }
        }

        return options.DrainToImmutable();
    }

    private void BindButtons(ButtonsStatement statement)
    {
        CommandDescriptor descriptor = CommandDescriptors.Find("buttons")!;
        Identifier word = new("buttons") { Span = new SourceSpan(statement.Span.Start, "buttons".Length) };
        CheckPlace(descriptor, word);
        CommandArguments arguments = CommandArguments.Sort(descriptor, statement.Arguments, _body);
        CheckCounts(descriptor, word, arguments);
        ImmutableArray<EvaluationNode> text = ImmutableCollectionsMarshal.AsImmutableArray(_expressions.BindAll(arguments.Positional));
        ImmutableArray<CommandOption> options = BindOptions(descriptor, arguments);
        ImmutableArray<ButtonCase>.Builder buttons = ImmutableArray.CreateBuilder<ButtonCase>();
        foreach (BranchCase branchCase in statement.Cases)
        {
            if (BindButton(branchCase) is { } button)
            {
                buttons.Add(button);
            }
        }

        _body.Emit(new Tree.CommandStatement(PlaceOf(statement), CommandKind.Buttons, text, options) { Buttons = buttons.DrainToImmutable() }, "buttons", statement.Span);
    }

    private ButtonCase? BindButton(BranchCase branchCase)
    {
        EvaluationNode title = _expressions.Bind(branchCase.Test);
        if (branchCase.Body.Statements is not [ExpressionStatement { Expression: CallExpression { Module: null, Name.Text: "open" or "event" } call }])
        {
            SyntaxNode place = branchCase.Body.Statements.IsEmpty ? branchCase : branchCase.Body.Statements[0];
            if (place is not ErrorStatement)
            {
                Session.Report(Descriptors.MisplacedStatement, PlaceOf(place), "the action of a button must be 'open url' or 'event name'", "write one action behind '->'");
            }

            return null;
        }

        bool isOpen = string.Equals(call.Name.Text, "open", StringComparison.Ordinal);
        ReadOnlySpan<Argument> keywords = ExpressionBinder.KeywordsOf(call.Arguments.AsSpan());
        EvaluationNode[] nodes = _expressions.BindAll(call.Arguments.AsSpan()[..^keywords.Length]);
        if (!keywords.IsEmpty)
        {
            nodes = [.. nodes, _expressions.BindKeywords(keywords, _expressions.PlaceOf(keywords))];
        }

        int maximum = isOpen ? 1 : 2;
        if (nodes.Length < 1 || nodes.Length > maximum)
        {
            Session.Report(Descriptors.WrongArgumentCount, PlaceOf(call.Name), ArgumentCountText.Describe($"'{call.Name.Text}'", 1, maximum, nodes.Length));
            return null;
        }

        return new ButtonCase(title, isOpen, [.. nodes]);
    }
}
