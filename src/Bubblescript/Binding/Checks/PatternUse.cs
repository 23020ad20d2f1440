using Bubblescript.Syntax;

namespace Bubblescript.Binding.Checks;

/// <summary>A literal pattern of a script: checked when all constants, which are its concepts, are known.</summary>
/// <param name="Text">The BML, or a legacy pattern.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Program">The program whose variables a legacy pattern assigns; null in constants.</param>
internal sealed record PatternUse(string Text, SourcePlace Place, ProgramScope? Program)
{
    /// <summary>Whether it is a choice when it is no valid BML.</summary>
    public bool IsChoice { get; init; }
}
