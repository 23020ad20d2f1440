using Bubblescript.Storage;

namespace Bubblescript.Testing.Stores.Conformance;

/// <summary>Inputs that wait in inboxes.</summary>
internal static class InputChecks
{
    private const string Address = "coffee:ann~main";

    public static readonly (string Name, Func<StoreSession, Task> RunAsync)[] All =
    [
        ("Accepted inputs wait in their order until they are used up, also across a restart", AcceptAsync),
        ("A known input is not accepted twice", RepetitionAsync),
        ("A commit stores what it sends and removes what it has used up", CommitAsync),
        ("Discarding an unknown input changes nothing", DiscardAsync),
        ("Thousands of inputs are read in their order", ManyAsync),
    ];

    private static string Text(params IEnumerable<StoredInput> inputs) => string.Join(
        '\n', inputs.Select(static input => $"{input.Id}>{input.To}={System.Text.Encoding.UTF8.GetString(input.Document.Utf8Json.Span)}"));

    private static async Task AcceptAsync(StoreSession session)
    {
        StoredInput[] inputs = [StoreSession.Input("z"), StoreSession.Input("a", "coffee:bob~main"), StoreSession.Input("m")];
        foreach (StoredInput input in inputs)
        {
            await session.Store.AcceptAsync(input, session.Cancellation).ConfigureAwait(false);
        }

        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), Text(inputs), "The accepted inputs");
        await session.ConnectAsync().ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), Text(inputs), "The accepted inputs after a restart");
        await session.CommitAsync(StoreSession.With(StoreSession.Commit(Address, 1), consumed: "z")).ConfigureAwait(false);
        await session.Store.DiscardAsync("a", session.Cancellation).ConfigureAwait(false);
        await session.ConnectAsync().ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), Text(inputs[2]), "The inputs that are left");
    }

    private static async Task RepetitionAsync(StoreSession session)
    {
        StoredInput first = StoreSession.Input("a");
        await session.Store.AcceptAsync(first, session.Cancellation).ConfigureAwait(false);
        await session.Store.AcceptAsync(StoreSession.Input("b"), session.Cancellation).ConfigureAwait(false);
        await session.Store.AcceptAsync(first, session.Cancellation).ConfigureAwait(false);
        await session.CommitAsync(StoreSession.With(StoreSession.Commit(Address, 1), outgoing: [first])).ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), Text(first, StoreSession.Input("b")), "The inputs");
    }

    private static async Task CommitAsync(StoreSession session)
    {
        await session.Store.AcceptAsync(StoreSession.Input("taken"), session.Cancellation).ConfigureAwait(false);
        StoredInput[] sent = [StoreSession.Input("2", "~group"), StoreSession.Input("1", "coffee:master")];
        await session.CommitAsync(StoreSession.With(StoreSession.Commit(Address, 1), outgoing: [.. sent], consumed: "taken")).ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), Text(sent), "The inputs after a commit");
        await session.ConnectAsync().ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), Text(sent), "The inputs after a restart");
    }

    private static async Task DiscardAsync(StoreSession session)
    {
        await session.Store.AcceptAsync(StoreSession.Input("a"), session.Cancellation).ConfigureAwait(false);
        await session.Store.DiscardAsync("unknown", session.Cancellation).ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), Text(StoreSession.Input("a")), "The inputs");
    }

    private static async Task ManyAsync(StoreSession session)
    {
        StoredInput[] inputs =
        [
            .. Enumerable.Range(0, 2_500).Select(static i => StoreSession.Input(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"i{i * 7 % 2_500}"))),
        ];
        await session.CommitAsync(StoreSession.With(StoreSession.Commit(Address, 1), outgoing: [.. inputs])).ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), Text(inputs), "Many inputs");
    }
}
