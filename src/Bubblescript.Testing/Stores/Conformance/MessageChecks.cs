using System.Globalization;
using Bubblescript.Storage;

namespace Bubblescript.Testing.Stores.Conformance;

/// <summary>The history.</summary>
internal static class MessageChecks
{
    private const string Address = "coffee:ann~main";
    private const string OtherAddress = "coffee:bob~main";

    public static readonly (string Name, Func<StoreSession, Task> RunAsync)[] All =
    [
        ("A history is read page by page, latest first", PagesAsync),
        ("A history survives a restart and goes on behind it", RestartAsync),
    ];

    private static async Task PagesAsync(StoreSession session)
    {
        await FillAsync(session, firstVersion: 1).ConfigureAwait(false);
        IReadOnlyList<StoredMessage> page = await session.Store.ReadMessagesAsync(Address, before: null, 4, session.Cancellation).ConfigureAwait(false);
        StoreSession.RequireEqual(StoreSession.TextsOf(page), "a9 a8 a7 a6", "The latest page");
        page = await session.Store.ReadMessagesAsync(Address, page[^1].Number, 4, session.Cancellation).ConfigureAwait(false);
        StoreSession.RequireEqual(StoreSession.TextsOf(page), "a5 a4 a3 a2", "The page before it");
        page = await session.Store.ReadMessagesAsync(Address, page[^1].Number, 4, session.Cancellation).ConfigureAwait(false);
        StoreSession.RequireEqual(StoreSession.TextsOf(page), "a1", "The first page");
        page = await session.Store.ReadMessagesAsync(Address, page[^1].Number, 4, session.Cancellation).ConfigureAwait(false);
        StoreSession.RequireEqual(StoreSession.TextsOf(page), "", "The page before the first one");
        StoreSession.RequireEqual(
            await session.ReadHistoryAsync(Address, before: long.MaxValue, count: 2).ConfigureAwait(false), "a9 a8", "The page before any number");
        StoreSession.RequireEqual(await session.ReadHistoryAsync(OtherAddress).ConfigureAwait(false), "b9 b8 b7 b6 b5 b4 b3 b2 b1", "Another history");
    }

    private static async Task RestartAsync(StoreSession session)
    {
        await FillAsync(session, firstVersion: 1).ConfigureAwait(false);
        IReadOnlyList<StoredMessage> before = await session.Store.ReadMessagesAsync(Address, before: null, 100, session.Cancellation).ConfigureAwait(false);
        await session.ConnectAsync().ConfigureAwait(false);
        await FillAsync(session, firstVersion: 4).ConfigureAwait(false);
        IReadOnlyList<StoredMessage> after = await session.Store.ReadMessagesAsync(Address, before: null, 100, session.Cancellation).ConfigureAwait(false);
        StoreSession.RequireEqual(
            StoreSession.TextsOf(after),
            "a18 a17 a16 a15 a14 a13 a12 a11 a10 a9 a8 a7 a6 a5 a4 a3 a2 a1",
            "The history of both hosts");
        StoreSession.RequireEqual(
            string.Join(' ', after.Skip(9).Select(static stored => stored.Number)),
            string.Join(' ', before.Select(static stored => stored.Number)),
            "The numbers of the messages after a restart");
        StoreSession.RequireEqual(
            string.Join(' ', after.Select(static stored => stored.Number)),
            string.Join(' ', after.Select(static stored => stored.Number).Distinct().OrderDescending()),
            "The numbers of the messages, which must fall");
        StoreSession.RequireEqual(after[0].Message.Id, "m-a18", "The id of a message");
    }

    /// <summary>Three commits of three messages each, of two processes in turn.</summary>
    private static async Task FillAsync(StoreSession session, int firstVersion)
    {
        for (int version = firstVersion; version < firstVersion + 3; version++)
        {
            int first = ((version - 1) * 3) + 1;
            foreach ((string address, string mark) in new[] { (Address, "a"), (OtherAddress, "b") })
            {
                IEnumerable<string> texts = Enumerable.Range(first, 3).Select(number => string.Create(CultureInfo.InvariantCulture, $"{mark}{number}"));
                await session.CommitAsync(StoreSession.With(StoreSession.Commit(address, version), messages: StoreSession.Messages(texts))).ConfigureAwait(false);
            }
        }
    }
}
