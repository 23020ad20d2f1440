using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>A dialog or task: something that frames run.</summary>
internal abstract class BoundDeclaration(string identity, SourcePlace place, EvaluationNode? guard)
{
    /// <summary>File, chain of enclosing dialogs, name or head text, and ordinal among equal heads (execution model, section 9).</summary>
    public string Identity { get; } = identity;

    public SourcePlace Place { get; } = place;

    public EvaluationNode? Guard { get; } = guard;

    /// <summary>Completed by the binder when all names are known.</summary>
    public BoundBody Body { get; set; } = null!;
}
