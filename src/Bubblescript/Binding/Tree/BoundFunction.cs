using System.Collections.Immutable;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>A function of the script with its body.</summary>
internal sealed class BoundFunction(string name, ImmutableArray<string> parameters, SourcePlace place) : ScriptFunction(name, parameters)
{
    public SourcePlace Place { get; } = place;

    /// <summary>The schema of each parameter, or null.</summary>
    public ImmutableArray<EvaluationNode?> ParameterSchemas { get; set; } = [];

    public EvaluationNode? ReturnSchema { get; set; }

    /// <summary>Completed by the binder when all names are known.</summary>
    public BoundBody Body { get; set; } = null!;

    public override int LocalCount => Body.LocalNames.Length;

    /// <summary>Computed by the binder over the call graph.</summary>
    public bool IsSuspending { get; set; }

    public override bool MaySuspend => IsSuspending;
}
