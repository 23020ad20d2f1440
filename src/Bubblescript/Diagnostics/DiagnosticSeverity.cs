namespace Bubblescript.Diagnostics;

/// <summary>How serious a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The bot runs, but something in it is probably not what its author meant.</summary>
    Warning,

    /// <summary>The bot does not run.</summary>
    Error,
}
