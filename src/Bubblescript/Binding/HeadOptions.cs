using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>The options and the guard in the head of a dialog or task.</summary>
internal sealed class HeadOptions
{
    private readonly ProgramScope _program;
    private readonly SourceText _source;
    private readonly ImmutableArray<Argument> _options;
    private readonly ExpressionBinder _expressions;

    public HeadOptions(ProgramScope program, SourceText source, string what, ImmutableArray<Argument> options, string[] known)
    {
        _program = program;
        _source = source;
        _options = options;
        _expressions = new ExpressionBinder(program, source);
        foreach (Argument option in options)
        {
            string key = option.Key!.Text;
            if (!known.Contains(key, StringComparer.Ordinal))
            {
                string hint = NameSuggestion.Hint(key, known) ?? $"it knows {string.Join(", ", known)}";
                Report(Descriptors.UnknownOption, option.Key, $"unknown option '{key}' of '{what}'", hint);
                _expressions.Bind(option.Value);
            }
            else if (!ReferenceEquals(Find(key), option))
            {
                Report(Descriptors.UnknownOption, option.Key, $"the option '{key}' is given twice");
            }
        }
    }

    /// <summary>Whether the head has options that were reported.</summary>
    public bool HasErrors { get; private set; }

    public Argument? Find(string key)
    {
        foreach (Argument option in _options)
        {
            if (string.Equals(option.Key!.Text, key, StringComparison.Ordinal))
            {
                return option;
            }
        }

        return null;
    }

    /// <summary>The options as written, without blanks: the head of a declaration without name.</summary>
    public string HeadText() => _options.IsEmpty
        ? ""
        : CompactText.Of(_source, SourceSpan.Covering(_options[0].Span, _options[^1].Span));

    /// <summary>An option that is an expression, evaluated whenever the declaration is looked up.</summary>
    public EvaluationNode? Expression(string key) => Find(key) is { } option ? BindLookup(option.Value) : null;

    public EvaluationNode? Guard(Expression? guard) => guard is null ? null : BindLookup(guard);

    /// <summary>An option that must not depend on variables.</summary>
    public EvaluationNode? Constant(string key)
    {
        if (Find(key) is not { } option)
        {
            return null;
        }

        ConstantScope scope = new(_program.Session, _program.Constants, null, $"the option '{key}'");
        return new ExpressionBinder(scope, _source).Bind(option.Value);
    }

    /// <summary>An option that is a JSON schema.</summary>
    public EvaluationNode? Schema(string key) => Find(key) is { } option ? SchemaBinder.Bind(_program, option.Value, _source) : null;

    /// <summary>An option whose value is a name.</summary>
    public string? Name(string key, string what)
    {
        if (Find(key) is not { } option)
        {
            return null;
        }

        if (option.Value is NameExpression name)
        {
            return name.Name;
        }

        if (option.Value is not ErrorExpression)
        {
            Report(Descriptors.NameExpected, option.Value, $"'{key}:' needs the name of a {what}");
        }

        HasErrors = true;
        return null;
    }

    /// <summary>An option that is true or false.</summary>
    public bool Flag(string key)
    {
        if (Find(key) is not { } option)
        {
            return false;
        }

        if (option.Value is BooleanLiteral flag)
        {
            return flag.Value;
        }

        Report(Descriptors.InvalidOptionValue, option.Value, $"'{key}:' is true or false");
        return false;
    }

    /// <summary>The name of an event: a text that is known when the bot is loaded.</summary>
    public string? EventName(string key)
    {
        if (Find(key) is not { } option)
        {
            return null;
        }

        Value value = ConstantValue(option.Value);
        if (value.AsText() is { Length: > 0 } name)
        {
            return name;
        }

        if (option.Value is not ErrorExpression && !TryReportMistakes(option.Value))
        {
            Report(Descriptors.InvalidOptionValue, option.Value, $"'{key}:' needs the name of an event as text", "write for example 'event: \"paid\"'");
        }

        HasErrors = true;
        return null;
    }

    /// <summary>The value of an expression without variables; nil for others, without a report.</summary>
    public Value ConstantValue(Expression expression) => ConstantFolding.Evaluate(_program, expression, _source);

    public void Report(DiagnosticDescriptor descriptor, SyntaxNode node, string message, string? hint = null)
    {
        HasErrors = true;
        _program.Session.Report(descriptor, new SourcePlace(_source, node.Span), message, hint);
    }

    /// <summary>Reports the mistakes that an expression has of its own, such as unknown names; false when it has none.</summary>
    private bool TryReportMistakes(Expression expression)
    {
        int before = _program.Session.Diagnostics.ErrorCount;
        _expressions.Bind(expression);
        return _program.Session.Diagnostics.ErrorCount > before;
    }

    private EvaluationNode BindLookup(Expression expression)
    {
        EvaluationNode node = _expressions.Bind(expression);
        if (node.MaySuspend)
        {
            Report(
                Descriptors.SuspendingGuard,
                expression,
                "guards and options of a head cannot wait for an answer from outside",
                "fetch the value in a statement before, and keep it in a variable");
        }

        return node;
    }
}
