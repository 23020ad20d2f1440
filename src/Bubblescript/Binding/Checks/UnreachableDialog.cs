namespace Bubblescript.Binding.Checks;

/// <summary>A dialog that was warned of because nothing in its own bot reaches it; other bots of the workspace may.</summary>
internal sealed record UnreachableDialog(string Name, string File, int Line, int Column);
