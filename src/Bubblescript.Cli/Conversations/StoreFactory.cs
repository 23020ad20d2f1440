using Bubblescript.Storage;

namespace Bubblescript.Cli.Conversations;

/// <summary>Makes the store of a file.</summary>
/// <param name="path">The file.</param>
/// <param name="isReadOnly">Whether the store is only looked at.</param>
internal delegate IConversationStore StoreFactory(string path, bool isReadOnly);
