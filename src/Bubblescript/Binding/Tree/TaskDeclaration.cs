using Bubblescript.Evaluation;

namespace Bubblescript.Binding.Tree;

/// <summary><c>declare task</c>: a description and JSON schemas of arguments and result (nodes that are constant).</summary>
internal sealed record TaskDeclaration(string Name, EvaluationNode? Description, EvaluationNode? InputSchema, EvaluationNode? OutputSchema);
