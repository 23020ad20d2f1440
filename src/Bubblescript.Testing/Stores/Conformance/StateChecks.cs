using System.Globalization;
using Bubblescript.Storage;

namespace Bubblescript.Testing.Stores.Conformance;

/// <summary>States and versions.</summary>
internal static class StateChecks
{
    private const string Address = "coffee:ann~main";

    public static readonly (string Name, Func<StoreSession, Task> RunAsync)[] All =
    [
        ("A process that was never committed is not there", UnknownAsync),
        ("A state comes back as it was committed, also after a restart", RoundTripAsync),
        ("Commits follow one another, also after a restart", SuccessionAsync),
        ("A repeated commit changes nothing", RepetitionAsync),
        ("A commit that does not follow on the stored one is refused and changes nothing", ConflictAsync),
        ("Processes are listed by address", ListAsync),
        ("Commits of many processes at once are all stored", ConcurrencyAsync),
    ];

    private static async Task UnknownAsync(StoreSession session)
    {
        StoreSession.RequireEqual(await session.ReadStateAsync(Address).ConfigureAwait(false), "none", "An unknown address");
        StoreSession.RequireEqual(await session.ReadHistoryAsync(Address).ConfigureAwait(false), "", "The history of an unknown address");
    }

    private static async Task RoundTripAsync(StoreSession session)
    {
        (string Address, string State)[] states =
        [
            (Address, """{"format":1,"text":"Grüße, 世界 🎉","nul":"\u0000"}"""),
            ("coffee:%F0%9F%8E%89~a b'c\"d", "{}"),
            ("COFFEE:ann~main", """{"other":"letters of another case are another address"}"""),
            ("coffee:big~main", $$"""{"text":"{{new string('x', 5_000_000)}}"}"""),
        ];
        foreach ((string address, string state) in states)
        {
            await session.CommitAsync(StoreSession.Commit(address, 1, state)).ConfigureAwait(false);
        }

        for (int i = 0; i < 2; i++)
        {
            foreach ((string address, string state) in states)
            {
                StoreSession.RequireEqual(await session.ReadStateAsync(address).ConfigureAwait(false), "1 " + state, $"The state of {address}");
            }

            await session.ConnectAsync().ConfigureAwait(false);
        }
    }

    private static async Task SuccessionAsync(StoreSession session)
    {
        for (int version = 1; version <= 6; version++)
        {
            await session.CommitAsync(StoreSession.Commit(Address, version)).ConfigureAwait(false);
            string expected = string.Create(CultureInfo.InvariantCulture, $$"""{{version}} {"format":1,"version":{{version}}}""");
            StoreSession.RequireEqual(await session.ReadStateAsync(Address).ConfigureAwait(false), expected, "The state after a commit");
            if (version == 3)
            {
                await session.ConnectAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task RepetitionAsync(StoreSession session)
    {
        await session.Store.AcceptAsync(StoreSession.Input("first"), session.Cancellation).ConfigureAwait(false);
        ProcessCommit commit = StoreSession.With(
            StoreSession.Commit(Address, 1),
            messages: StoreSession.Messages("hello"),
            outgoing: [StoreSession.Input("out")],
            consumed: "first");
        await session.CommitAsync(commit).ConfigureAwait(false);

        // The receiver has used the outgoing input up meanwhile: a repetition must not bring it back.
        await session.Store.DiscardAsync("out", session.Cancellation).ConfigureAwait(false);
        await session.CommitAsync(commit).ConfigureAwait(false);
        StoreSession.RequireEqual(await session.ReadHistoryAsync(Address).ConfigureAwait(false), "hello", "The history after a repeated commit");
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), "", "The inputs after a repeated commit");
        await session.CommitAsync(StoreSession.Commit(Address, 2)).ConfigureAwait(false);
    }

    private static async Task ConflictAsync(StoreSession session)
    {
        ProcessCommit first = StoreSession.With(StoreSession.Commit(Address, 1), messages: StoreSession.Messages("one"));
        await session.CommitAsync(first).ConfigureAwait(false);
        await session.CommitAsync(StoreSession.Commit(Address, 2)).ConfigureAwait(false);
        ProcessCommit late = StoreSession.With(
            StoreSession.Commit(Address, 2, """{"of":"another host"}"""),
            writer: "another host",
            messages: StoreSession.Messages("two"),
            outgoing: [StoreSession.Input("out")],
            user: new StoredUser("ann", 9, StoreSession.Document("{}")));
        await session.RequireConflictAsync(late, "has the stored version, but is of another host").ConfigureAwait(false);
        await session.RequireConflictAsync(StoreSession.Commit(Address, 1, """{"a":1}"""), "is older than the stored version").ConfigureAwait(false);
        await session.RequireConflictAsync(StoreSession.Commit(Address, 4), "leaves a version out").ConfigureAwait(false);
        await session.RequireConflictAsync(StoreSession.Commit("coffee:bob~main", 2), "is the second one of a process without a first").ConfigureAwait(false);
        StoreSession.RequireEqual(
            await session.ReadStateAsync(Address).ConfigureAwait(false), """2 {"format":1,"version":2}""", "The state after refused commits");
        StoreSession.RequireEqual(await session.ReadHistoryAsync(Address).ConfigureAwait(false), "one", "The history after refused commits");
        StoreSession.RequireEqual(await session.ReadInputsAsync().ConfigureAwait(false), "", "The inputs after refused commits");
        StoreSession.RequireEqual(await session.ReadUserAsync("ann").ConfigureAwait(false), "none", "The user after refused commits");
        StoreSession.RequireEqual(await session.ReadStateAsync("coffee:bob~main").ConfigureAwait(false), "none", "The process without a first commit");
    }

    private static async Task ListAsync(StoreSession session)
    {
        string[] addresses = [.. Enumerable.Range(0, 1_200).Select(static i => string.Create(CultureInfo.InvariantCulture, $"coffee:user{i * 7 % 1_200:0000}~main"))];
        foreach (string address in addresses)
        {
            await session.CommitAsync(StoreSession.Commit(address, 1, """{"format":1}""")).ConfigureAwait(false);
        }

        IReadOnlyList<ProcessSummary> listed = await session.ListAsync().ConfigureAwait(false);
        StoreSession.RequireEqual(
            string.Join(' ', listed.Select(static process => process.Address)), string.Join(' ', addresses.Order(StringComparer.Ordinal)), "The list");
        ProcessSummary first = listed[0];
        StoreSession.RequireEqual(
            string.Create(CultureInfo.InvariantCulture, $"{first.BotId} {first.UserId} {first.Version} {first.Changed.UtcDateTime:O} {first.Size}"),
            string.Create(CultureInfo.InvariantCulture, $"coffee ann 1 {StoreSession.Time.AddSeconds(1).UtcDateTime:O} 12"),
            "What the list tells of a process");
    }

    private static async Task ConcurrencyAsync(StoreSession session)
    {
        const int processes = 64;
        const int versions = 20;
        await Parallel.ForAsync(0, processes, new ParallelOptions { MaxDegreeOfParallelism = processes }, async (i, _) =>
        {
            for (int version = 1; version <= versions; version++)
            {
                string text = string.Create(CultureInfo.InvariantCulture, $"{i}-{version}");
                ProcessCommit commit = StoreSession.Commit(string.Create(CultureInfo.InvariantCulture, $"coffee:{i}~main"), version);
                await session.CommitAsync(StoreSession.With(commit, messages: StoreSession.Messages(text))).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        await session.ConnectAsync().ConfigureAwait(false);
        for (int i = 0; i < processes; i++)
        {
            string address = string.Create(CultureInfo.InvariantCulture, $"coffee:{i}~main");
            string expected = string.Join(' ', Enumerable.Range(1, versions).Reverse().Select(version => string.Create(CultureInfo.InvariantCulture, $"{i}-{version}")));
            StoreSession.RequireEqual(await session.ReadHistoryAsync(address).ConfigureAwait(false), expected, $"The history of {address}");
            StoreSession.RequireEqual(
                (await session.ReadStateAsync(address).ConfigureAwait(false)).Split(' ')[0], versions.ToString(CultureInfo.InvariantCulture), $"The version of {address}");
        }
    }
}
