using Bubblescript.Syntax;

namespace Bubblescript.Values;

/// <summary>A runtime error of a script (language reference, section 11; execution model, section 8).</summary>
internal sealed class RuntimeError(string message, SourceText? source = null, SourceSpan span = default, bool isLimit = false) : Signal
{
    public string Message { get; } = message;

    /// <summary>The file of the failing expression; null until the node that failed has added it.</summary>
    public SourceText? Source { get; } = source;

    public SourceSpan Span { get; } = span;

    /// <summary>
    /// Whether a limit was exceeded of what a turn may do, or of how large or deep values may be. For the first such error of a turn the error dialog runs,
    /// with a fresh allowance of steps and effects; another one clears the stack.
    /// </summary>
    public bool IsLimit { get; } = isLimit;

    /// <summary>The error with its place; an error that has a place keeps it.</summary>
    public RuntimeError At(SourceText source, SourceSpan span) => Source is null ? new RuntimeError(Message, source, span, IsLimit) : this;

    public Value ToValue() => Value.FromSignal(this);
}
