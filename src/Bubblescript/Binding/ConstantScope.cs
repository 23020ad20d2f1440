using System.Collections.Frozen;
using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding;

/// <summary>The names in a constant's definition: other constants and functions that depend on their arguments only (language reference, section 6).</summary>
internal sealed class ConstantScope(BindingSession session, ConstantTable constants, ConstantSymbol? symbol, string subject) : ExpressionScope
{
    public override BindingSession Session { get; } = session;

    public override ConstantTable Constants { get; } = constants;

    /// <summary>Script functions can read variables, so constants have none.</summary>
    public override IReadOnlyDictionary<string, BoundFunction> Functions => FrozenDictionary<string, BoundFunction>.Empty;

    /// <summary>The names of the script's functions, for a hint.</summary>
    public IReadOnlySet<string> ScriptFunctions { get; init; } = FrozenSet<string>.Empty;

    public override string? HintForCall(string name) => ScriptFunctions.Contains(name) ? $"{subject} cannot call functions of the script" : null;

    public override EvaluationNode BindName(string name, SourcePlace place)
    {
        Report(place, $"{subject} cannot read the variable '{name}'", Constants.Find(name) is null ? null : $"write '@{name}'");
        return new LiteralNode(place, default);
    }

    public override void CheckCall(BuiltinFunction function, SourcePlace place)
    {
        if (function.Purity != FunctionPurity.Pure)
        {
            string reason = function.Purity == FunctionPurity.Acting ? "acts on the outside" : "depends on the outside";
            Report(place, $"{subject} cannot call '{function.FullName}', which {reason}", null);
        }
    }

    public override void NoteTranslation()
    {
        if (symbol is not null)
        {
            symbol.IsLocalized = true;
        }
    }

    public override void NoteConstant(ConstantSymbol constant)
    {
        if (!ReferenceEquals(constant, symbol))
        {
            constant.IsUsed = true;
        }

        symbol?.Dependencies.Add(constant);
    }

    private void Report(SourcePlace place, string message, string? hint)
    {
        Session.Report(Descriptors.ImpureConstant, place, message, hint);
    }
}
