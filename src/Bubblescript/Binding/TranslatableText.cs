using Bubblescript.Syntax;

namespace Bubblescript.Binding;

/// <summary>A text that is marked for translation.</summary>
/// <param name="Text">The key of the translation tables: the text with its interpolations as written.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TranslatableText(string Text, SourcePlace Place);
