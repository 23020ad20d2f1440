using Bubblescript.Syntax;

namespace Bubblescript.Binding;

/// <summary>A dialog's name in a statement of another dialog: <c>invoke</c>, <c>goto</c>, <c>timeout_dialog:</c>, <c>prompt dialog:</c>.</summary>
internal sealed record DialogReference(string Name, SourcePlace Place, DialogSymbol From)
{
    /// <summary>Whether the stack is cleared before: <c>:reset</c>.</summary>
    public bool ClearsStack { get; init; }
}
