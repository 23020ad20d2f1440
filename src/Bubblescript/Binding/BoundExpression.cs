using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;

namespace Bubblescript.Binding;

/// <summary>An expression from outside of the scripts: what evaluates it, or nil, and what is wrong with it.</summary>
internal sealed record BoundExpression(EvaluationNode Node, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
