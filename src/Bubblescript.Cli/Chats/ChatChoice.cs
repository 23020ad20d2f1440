using Bubblescript.Coordination;

namespace Bubblescript.Cli.Chats;

/// <summary>Something that can be chosen by its number.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Action">What a choice does; null when it cannot be done from a terminal.</param>
internal sealed record ChatChoice(string Label, UserAction? Action);
