namespace Bubblescript.Evaluation;

/// <summary>An entry of a map: the key is a text, or computed.</summary>
internal readonly record struct MapNodeEntry(string? Key, EvaluationNode? ComputedKey, EvaluationNode Value);
