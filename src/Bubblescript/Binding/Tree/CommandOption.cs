using Bubblescript.Evaluation;

namespace Bubblescript.Binding.Tree;

/// <summary>A keyword option of a command.</summary>
internal sealed record CommandOption(string Name, EvaluationNode Value);
