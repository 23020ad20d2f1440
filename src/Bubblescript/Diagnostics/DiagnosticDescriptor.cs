namespace Bubblescript.Diagnostics;

/// <summary>A kind of diagnostic: its stable code, severity and title.</summary>
internal sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title);
