using Bubblescript.Evaluation;

namespace Bubblescript.Binding.Tree;

/// <summary>A step of a written path: a key that is known, or an operand whose value is a key, an index or a query.</summary>
internal sealed record PathStepNode(string? Key, EvaluationNode? Operand);
