using Bubblescript.Storage;

namespace Bubblescript.Testing.Stores.Conformance;

/// <summary>The records of users.</summary>
internal static class UserChecks
{
    public static readonly (string Name, Func<StoreSession, Task> RunAsync)[] All =
    [
        ("The latest record of a user is kept, also after a restart", LatestAsync),
        ("A commit stores the record of its user", CommitAsync),
    ];

    private static StoredUser User(string id, long version) => new(id, version, StoreSession.Document($$"""{"format":1,"name":"{{id}}","version":{{version}}}"""));

    private static async Task LatestAsync(StoreSession session)
    {
        StoreSession.RequireEqual(await session.ReadUserAsync("ann").ConfigureAwait(false), "none", "An unknown user");
        await session.Store.SaveUserAsync(User("ann", 1), session.Cancellation).ConfigureAwait(false);
        await session.Store.SaveUserAsync(User("ann", 5), session.Cancellation).ConfigureAwait(false);
        await session.Store.SaveUserAsync(User("ann", 3), session.Cancellation).ConfigureAwait(false);
        await session.Store.SaveUserAsync(User("Jürgen ß", 2), session.Cancellation).ConfigureAwait(false);
        for (int i = 0; i < 2; i++)
        {
            StoreSession.RequireEqual(await session.ReadUserAsync("ann").ConfigureAwait(false), """ann 5 {"format":1,"name":"ann","version":5}""", "The record");
            StoreSession.RequireEqual(
                await session.ReadUserAsync("Jürgen ß").ConfigureAwait(false), """Jürgen ß 2 {"format":1,"name":"Jürgen ß","version":2}""", "Another record");
            await session.ConnectAsync().ConfigureAwait(false);
        }
    }

    private static async Task CommitAsync(StoreSession session)
    {
        await session.CommitAsync(StoreSession.With(StoreSession.Commit("coffee:ann~main", 1), user: User("ann", 4))).ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadUserAsync("ann").ConfigureAwait(false), """ann 4 {"format":1,"name":"ann","version":4}""", "The record");
        await session.CommitAsync(StoreSession.With(StoreSession.Commit("coffee:ann~other", 1), user: User("ann", 2))).ConfigureAwait(false);
        StoreSession.RequireEqual(
            await session.ReadUserAsync("ann").ConfigureAwait(false), """ann 4 {"format":1,"name":"ann","version":4}""", "The record after an older one");
    }
}
