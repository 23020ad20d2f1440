using System.Collections.Immutable;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Coordination;

/// <summary>What a commit has besides the state.</summary>
internal readonly record struct CommitExtras(ImmutableArray<ChatMessage> Messages, ImmutableArray<StoredInput> Outgoing, string? ConsumedInput);
