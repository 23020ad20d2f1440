using System.Collections.Immutable;
using Bubblescript.Evaluation;

namespace Bubblescript.Binding.Tree;

/// <summary>A button: <c>title -> open url</c> or <c>title -> event name, payload</c>.</summary>
/// <param name="Title">The text of the button.</param>
/// <param name="IsOpen">True for <c>open</c>, false for <c>event</c>.</param>
/// <param name="Arguments">The URL; or the name and, if given, the payload.</param>
internal sealed record ButtonCase(EvaluationNode Title, bool IsOpen, ImmutableArray<EvaluationNode> Arguments);
