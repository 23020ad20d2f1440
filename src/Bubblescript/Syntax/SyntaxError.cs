using Bubblescript.Diagnostics;

namespace Bubblescript.Syntax;

/// <summary>A mistake found while tokenising or parsing.</summary>
internal sealed record SyntaxError(DiagnosticDescriptor Descriptor, SourceSpan Span, string Message, string? Hint = null);
