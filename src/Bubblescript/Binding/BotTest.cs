using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>A <c>test</c> block (language reference, section 10).</summary>
/// <param name="Name">Its name, unique in the bot.</param>
/// <param name="Body">The statements; their names have been checked.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BotTest(string Name, Block Body, SourcePlace Place);
