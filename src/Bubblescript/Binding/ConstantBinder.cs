using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>Declares, orders and evaluates the constants of scripts (language reference, section 6).</summary>
internal sealed class ConstantBinder(BindingSession session, ConstantTable table)
{
    private readonly HashSet<ConstantSymbol> _finished = [];
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    /// <summary>Adds the constants of a script to the table.</summary>
    public void Declare(Script script)
    {
        _functions.UnionWith(script.Items.OfType<FunctionItem>().Select(static function => function.Name.Text));
        foreach (ConstantItem item in script.Items.OfType<ConstantItem>())
        {
            ConstantDefinition definition = new(item, script.Source);
            if (table.Find(item.Name.Text) is { DataFile: { } file })
            {
                session.Report(
                    Descriptors.DuplicateConstant,
                    definition.Place,
                    $"duplicate constant '@{item.Name.Text}': the data file {file} already makes it",
                    "rename one of them");
                continue;
            }

            ConstantSymbol? symbol = table.FindOwn(item.Name.Text);
            if (symbol is null)
            {
                symbol = new ConstantSymbol(item.Name.Text);
                table.Add(symbol);
            }

            symbol.Definitions.Add(definition);
        }
    }

    /// <summary>Gives every constant of the table its value, in the order in which they need one another.</summary>
    public void Evaluate()
    {
        foreach (ConstantSymbol symbol in table.Own)
        {
            Bind(symbol);
        }

        foreach (ConstantSymbol symbol in table.Own)
        {
            EvaluateWithDependencies(symbol);
        }
    }

    private void Bind(ConstantSymbol symbol)
    {
        foreach (ConstantDefinition definition in symbol.Definitions)
        {
            int before = session.Diagnostics.ErrorCount;
            ConstantScope scope = new(session, table, symbol, $"the constant '@{symbol.Name}'") { ScriptFunctions = _functions };
            definition.Node = new ExpressionBinder(scope, definition.Source).Bind(definition.Item.Value);
            symbol.HasFailed |= session.Diagnostics.ErrorCount > before || definition.Item.Value is ErrorExpression;
        }
    }

    /// <summary>Depth first with a stack of its own: chains of constants may be long.</summary>
    private void EvaluateWithDependencies(ConstantSymbol root)
    {
        List<ConstantSymbol> path = [];
        Stack<(ConstantSymbol Symbol, bool IsDone)> pending = new();
        HashSet<ConstantSymbol> onPath = [];
        pending.Push((root, false));
        while (pending.TryPop(out (ConstantSymbol Symbol, bool IsDone) step))
        {
            ConstantSymbol symbol = step.Symbol;
            if (step.IsDone)
            {
                path.RemoveAt(path.Count - 1);
                onPath.Remove(symbol);
                if (_finished.Add(symbol))
                {
                    EvaluateOne(symbol);
                }

                continue;
            }

            if (_finished.Contains(symbol) || symbol.Definitions.Count == 0)
            {
                continue;
            }

            if (!onPath.Add(symbol))
            {
                ReportCycle(path, symbol);
                continue;
            }

            path.Add(symbol);
            pending.Push((symbol, true));
            foreach (ConstantSymbol dependency in symbol.Dependencies)
            {
                pending.Push((dependency, false));
            }
        }
    }

    private void ReportCycle(List<ConstantSymbol> path, ConstantSymbol symbol)
    {
        List<ConstantSymbol> cycle = path[path.IndexOf(symbol)..];
        if (cycle.Exists(static member => member.HasFailed))
        {
            cycle.ForEach(static member => member.HasFailed = true);
            return;
        }

        cycle.ForEach(static member => member.HasFailed = true);
        string round = string.Join(" → ", cycle.Append(symbol).Select(static member => $"@{member.Name}"));
        session.Report(Descriptors.ConstantCycle, symbol.Definitions[0].Place, $"the constant '@{symbol.Name}' is part of a cycle and needs its own value: {round}");
    }

    private void EvaluateOne(ConstantSymbol symbol)
    {
        symbol.HasFailed |= symbol.Dependencies.Any(static dependency => dependency.HasFailed);
        if (symbol.HasFailed)
        {
            return;
        }

        symbol.IsLocalized |= symbol.Dependencies.Any(static dependency => dependency.IsLocalized);
        LocaleContext locale = symbol.IsLocalized ? session.Locale with { Current = string.Empty } : session.Locale;
        if (Combine(symbol, new ConstantContext(session, locale), isReporting: true) is not { } value)
        {
            symbol.HasFailed = true;
            return;
        }

        symbol.Cell.Value = value;
        Localize(symbol);
        symbol.IsLocalized |= LocaleSearch.Collect(value, session.ConstantLocales);
    }

    /// <summary>The value of all definitions together; null when there is none.</summary>
    private Value? Combine(ConstantSymbol symbol, ConstantContext context, bool isReporting)
    {
        Value? combined = null;
        foreach (ConstantDefinition definition in symbol.Definitions)
        {
            Value value = definition.Node!.Evaluate(context);
            if (value.IsSignal)
            {
                if (isReporting)
                {
                    ReportFailure(symbol, definition, value);
                }

                return null;
            }

            if (combined is not { } earlier)
            {
                combined = value;
            }
            else if (earlier.AsList() is { } first && value.AsList() is { } second)
            {
                combined = first.Concat(second);
            }
            else if (isReporting)
            {
                ReportRepetition(symbol, definition);
            }
        }

        return combined is { } complete ? NameIntent(symbol, complete) : (Value?)null;
    }

    /// <summary>The id of an intent held in a constant is the constant's name, unless it was given one.</summary>
    private static Value NameIntent(ConstantSymbol symbol, Value value) =>
        value.AsRecord() is { RecordKind: RecordKind.Intent } intent && intent["id"].IsNil ? intent.With("id", symbol.Name) : value;

    private void ReportFailure(ConstantSymbol symbol, ConstantDefinition definition, Value value)
    {
        RuntimeError? error = value.AsError();
        SourcePlace place = error?.Source is { } source ? new SourcePlace(source, error.Span) : definition.Place;
        string reason = error?.Message ?? "it waits for the outside";
        session.Report(Descriptors.ConstantFailed, place, $"the constant '@{symbol.Name}' has no value: {reason}");
    }

    private void ReportRepetition(ConstantSymbol symbol, ConstantDefinition definition)
    {
        SourcePlace first = symbol.Definitions[0].Place;
        session.Report(
            Descriptors.DuplicateConstant,
            definition.Place,
            $"duplicate constant '@{symbol.Name}': it is already defined at {first}",
            "only constants whose values are all lists can be repeated");
    }

    /// <summary>Evaluates a constant that reads translations once per locale.</summary>
    private void Localize(ConstantSymbol symbol)
    {
        if (!symbol.IsLocalized)
        {
            return;
        }

        foreach (string locale in session.ConstantLocales)
        {
            ConstantContext context = new(session, session.Locale with { Current = locale });
            if (Combine(symbol, context, isReporting: false) is { } value && value != symbol.Cell.Value)
            {
                symbol.Cell.SetFor(locale, value);
            }
        }
    }
}
