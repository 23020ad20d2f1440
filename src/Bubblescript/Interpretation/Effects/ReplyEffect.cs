using Bubblescript.Values;

namespace Bubblescript.Interpretation.Effects;

/// <summary>The reply to a query.</summary>
internal sealed record ReplyEffect(QueryReference Query, Value Value) : Effect;
