namespace Bubblescript.Cli.Conversations;

/// <summary>A dialog or task on a saved stack.</summary>
/// <param name="Declaration">How the state names it: file, enclosing dialogs, name.</param>
/// <param name="Statement">How the state names the statement where it stands; null when it has not begun.</param>
/// <param name="Wait">What it waits for, or null.</param>
internal sealed record SavedFrame(string Declaration, string? Statement, string? Wait);
