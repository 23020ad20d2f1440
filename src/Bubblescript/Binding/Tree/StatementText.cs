using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>What identifies a statement when a script has changed: its kind and its text. Jumps have no kind and no identity.</summary>
internal readonly record struct StatementText(string Kind, SourceSpan Span);
