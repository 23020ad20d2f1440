using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace Bubblescript.Testing;

/// <summary>What a <see cref="ScriptedChatClient"/> was asked.</summary>
/// <param name="Messages">The messages, oldest first.</param>
/// <param name="Options">The options, or null.</param>
public sealed record ScriptedChatRequest(ImmutableArray<ChatMessage> Messages, ChatOptions? Options)
{
    /// <summary>The text of the last message.</summary>
    public string LastText => Messages.IsEmpty ? "" : Messages[^1].Text;
}
