using Bubblescript.Storage;

namespace Bubblescript.Testing.Stores;

/// <summary>What <see cref="StoreConformance"/> tests: one store, empty at first. Disposing of it removes what was stored.</summary>
public interface IStoreUnderTest : IAsyncDisposable
{
    /// <summary>
    /// The store, not opened yet. Called again it is the store as after a restart of its host: another instance on the same data, or for a store in memory
    /// the same instance. The instance of the call before is not used any more and may be closed.
    /// </summary>
    ValueTask<IConversationStore> ConnectAsync();
}
