using Bubblescript.Values;

namespace Bubblescript.Interpretation.Effects;

/// <summary>
/// <c>remember</c> or <c>forget</c>: the whole remembered data of the user, or of this conversation (kept when it is closed), after the statement.
/// </summary>
internal sealed record RememberEffect(bool IsUser, MapValue Remembered) : Effect;
