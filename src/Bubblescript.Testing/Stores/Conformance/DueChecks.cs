using System.Globalization;
using Bubblescript.Storage;

namespace Bubblescript.Testing.Stores.Conformance;

/// <summary>Processes that have something due.</summary>
internal static class DueChecks
{
    public static readonly (string Name, Func<StoreSession, Task> RunAsync)[] All =
    [
        ("Processes with something due are read in the order of their times, also after a restart", OrderAsync),
        ("A due time follows the commits and never comes too late", ChangeAsync),
    ];

    private static async Task OrderAsync(StoreSession session)
    {
        const int count = 1_100;
        for (int i = 0; i < count; i++)
        {
            ProcessCommit commit = StoreSession.Commit(string.Create(CultureInfo.InvariantCulture, $"coffee:{i}~main"), 1);
            DateTimeOffset? due = i % 10 == 0 ? null : StoreSession.Time.AddSeconds(i * 7 % count);
            await session.CommitAsync(StoreSession.With(commit, due: due)).ConfigureAwait(false);
        }

        await session.ConnectAsync().ConfigureAwait(false);
        IReadOnlyList<DueProcess> read = await session.ReadDueAsync().ConfigureAwait(false);
        IEnumerable<string> expected = Enumerable.Range(0, count).Where(static i => i % 10 != 0).OrderBy(static i => i * 7 % count)
            .Select(static i => string.Create(CultureInfo.InvariantCulture, $"coffee:{i}~main {i * 7 % count}"));
        StoreSession.RequireEqual(
            string.Join('\n', read.Select(static due => string.Create(CultureInfo.InvariantCulture, $"{due.Address} {(due.Due - StoreSession.Time).TotalSeconds}"))),
            string.Join('\n', expected),
            "What is due");
    }

    private static async Task ChangeAsync(StoreSession session)
    {
        const string address = "coffee:ann~main";
        DateTimeOffset?[] times =
        [
            StoreSession.Time.AddHours(1), StoreSession.Time.AddHours(1).AddSeconds(1), StoreSession.Time.AddMinutes(1), StoreSession.Time.AddDays(9), null,
            StoreSession.Time.AddDays(2), StoreSession.Time.AddDays(2).AddTicks(1),
        ];
        for (int i = 0; i < times.Length; i++)
        {
            await session.CommitAsync(StoreSession.With(StoreSession.Commit(address, i + 1), due: times[i])).ConfigureAwait(false);
            IReadOnlyList<DueProcess> read = await session.ReadDueAsync().ConfigureAwait(false);
            bool isRight = times[i] is { } due ? read is [{ Address: address } only] && only.Due <= due : read.Count == 0;
            if (!isRight)
            {
                throw new StoreConformanceException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"After the commit of version {i + 1} something is due at {times[i]:O} at the latest, but the store gives '{string.Join(' ', read)}'."));
            }
        }
    }
}
