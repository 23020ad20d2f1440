using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding;

/// <summary>What the names in an expression stand for at its place in the script.</summary>
internal abstract class ExpressionScope
{
    public abstract BindingSession Session { get; }

    public abstract ConstantTable Constants { get; }

    /// <summary>The script's own functions.</summary>
    public abstract IReadOnlyDictionary<string, BoundFunction> Functions { get; }

    /// <summary>The variable of a name; reports names that cannot be read here.</summary>
    public abstract EvaluationNode BindName(string name, SourcePlace place);

    /// <summary>What to write instead of a call of an unknown function, or null.</summary>
    public virtual string? HintForCall(string name) => null;

    /// <summary>Reports a builtin that must not be called here.</summary>
    public virtual void CheckCall(BuiltinFunction function, SourcePlace place)
    {
    }

    /// <summary>Reports a script function that must not be called here.</summary>
    public virtual void CheckCall(BoundFunction function, SourcePlace place)
    {
    }

    /// <summary>Notes that a text with translations is read here.</summary>
    public virtual void NoteTranslation()
    {
    }

    /// <summary>Notes that a constant is read here.</summary>
    public virtual void NoteConstant(ConstantSymbol constant) => constant.IsUsed = true;
}
