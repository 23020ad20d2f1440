using Bubblescript.Syntax;

namespace Bubblescript.Binding;

/// <summary>What a <c>switch_bot</c> or <c>return_bot</c> names (execution model, section 7); checked when the workspace is known.</summary>
/// <param name="BotId">The literal id; null when it is computed, and for <c>return_bot</c>.</param>
/// <param name="BotPlace">The place of the id.</param>
/// <param name="Dialog">The dialog of <c>dialog:</c>, or null.</param>
/// <param name="DialogPlace">The place of the dialog's name.</param>
internal sealed record SwitchReference(string? BotId, SourcePlace? BotPlace, string? Dialog, SourcePlace? DialogPlace);
