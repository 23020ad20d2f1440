using Bubblescript.Binding.Checks;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>The head of a dialog: its name, what starts it and its guard (language reference, section 8).</summary>
internal sealed class DialogHeadBinder(ProgramScope program, DialogSymbol dialog)
{
    private static readonly string[] KnownOptions = ["trigger", "event", "no_context", "location", "radius", "attachment", "label"];
    private static readonly string[] StartingOptions = ["trigger", "event", "location", "attachment", "label"];
    private static readonly string[] AttachmentKinds = ["image", "audio", "video", "file", "attachment"];

    private readonly HeadOptions _options = new(program, dialog.Source, "dialog", dialog.Declaration.Options, KnownOptions);

    private BindingSession Session => program.Session;

    public BoundDialog Bind()
    {
        DialogDeclaration declaration = dialog.Declaration;
        CheckHead();
        CheckAttachment();
        CheckTrigger();
        CheckRadius();
        EvaluationNode? guard = _options.Guard(declaration.Guard);
        string? eventName = _options.EventName("event");
        string head = dialog.Name ?? _options.HeadText();
        string chain = dialog.Parent is null ? $"{dialog.Source.Path}: dialog " : $"{dialog.Parent.Bound.Identity} > ";
        return new BoundDialog(
            program.NextIdentity(chain + head),
            new SourcePlace(dialog.Source, declaration.Span),
            guard,
            dialog.Name,
            dialog.Name ?? GeneratedName(eventName))
        {
            Trigger = _options.Expression("trigger"),
            EventName = eventName,
            IsWithoutContext = _options.Flag("no_context"),
            Location = _options.Expression("location"),
            Radius = _options.Expression("radius"),
            Attachment = _options.Expression("attachment"),
            Label = _options.Expression("label"),
            IsDefault = dialog.IsDefault,
        };
    }

    /// <summary>The name that <c>dialog.stack</c> shows for a dialog without name (language reference, section 4.1).</summary>
    private string GeneratedName(string? eventName)
    {
        if (_options.Find("trigger") is { } trigger)
        {
            return TextOf(trigger.Value);
        }

        if (eventName is not null)
        {
            return $"event {eventName}";
        }

        if (_options.Find("location") is not null)
        {
            return "location";
        }

        if (_options.Find("attachment") is { } attachment)
        {
            return $"attachment {TextOf(attachment.Value)}";
        }

        return _options.Find("label") is { } label ? $"label {TextOf(label.Value)}" : "dialog";
    }

    /// <summary>The text of a value that is known now, else the expression as written.</summary>
    private string TextOf(Expression expression)
    {
        Value value = _options.ConstantValue(expression);
        string text = value.IsNil ? "" : ValueText.ToText(value, Session.Locale);
        if (text.Length == 0 && expression is StringExpression written)
        {
            return written.SourceContent;
        }

        bool isComplete = text.Length > 0 && !(value.AsList() is { } list && list.Any(static item => ValueText.ToText(item).Length == 0));
        return isComplete ? text : dialog.Source.Text.Substring(expression.Span.Start, expression.Span.Length);
    }

    private void CheckHead()
    {
        DialogDeclaration declaration = dialog.Declaration;
        bool isBroken = declaration.Body.Statements is [ErrorStatement, ..];
        bool hasStart = declaration.Name is not null || StartingOptions.Any(option => _options.Find(option) is not null);
        if (!hasStart && !_options.HasErrors && !isBroken)
        {
            Session.Report(
                Descriptors.InvalidDialogHead,
                new SourcePlace(dialog.Source, declaration.Span with { Length = Math.Min(declaration.Span.Length, "dialog".Length) }),
                "nothing can start this dialog",
                "give it a name or a 'trigger:'");
        }
    }

    private void CheckTrigger()
    {
        if (_options.Find("trigger") is { } trigger)
        {
            PatternLiterals.Collect(trigger.Value, dialog.Source, program, isTrigger: true);
        }
    }

    private void CheckAttachment()
    {
        if (_options.Find("attachment") is not { } option)
        {
            return;
        }

        IEnumerable<Expression> kinds = option.Value is ListExpression list ? list.Items.Select(static item => item.Value) : [option.Value];
        foreach (Expression kind in kinds)
        {
            string? name = (kind as AtomLiteral)?.Name ?? (kind is StringExpression { IsLiteral: true } text ? text.LiteralText : null);
            if (name is not null && !AttachmentKinds.Contains(name, StringComparer.Ordinal))
            {
                string hint = NameSuggestion.Hint(name, AttachmentKinds, ":") ?? "it is one of :image, :audio, :video, :file, :attachment";
                _options.Report(Descriptors.InvalidOptionValue, kind, $"unknown kind of attachment '{name}'", hint);
            }
        }
    }

    private void CheckRadius()
    {
        if (_options.Find("radius") is { Value: StringExpression or AtomLiteral or BooleanLiteral or ListExpression or MapExpression } radius)
        {
            _options.Report(Descriptors.InvalidOptionValue, radius.Value, "'radius:' is a number of metres");
        }
    }
}
