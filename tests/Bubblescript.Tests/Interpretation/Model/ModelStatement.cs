namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>A statement of a random dialog.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Text">What it says, or the dialog or event that it names.</param>
/// <param name="Number">Seconds of a timeout or schedule; statements that a condition skips; 0 when there is none.</param>
/// <param name="Target">The timeout dialog, or null.</param>
/// <param name="IsChoice">Whether only the answer <c>a</c> is accepted.</param>
internal sealed record ModelStatement(StatementKind Kind, string Text = "", int Number = 0, string? Target = null, bool IsChoice = false);
