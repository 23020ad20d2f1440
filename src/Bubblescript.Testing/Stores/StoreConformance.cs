using Bubblescript.Storage;
using Bubblescript.Testing.Stores.Conformance;

namespace Bubblescript.Testing.Stores;

/// <summary>
/// The tests that every <see cref="IConversationStore"/> must pass. They need no test framework: run each of <see cref="Names"/>, each with an empty store,
/// as a test of its own. Safe for use by several threads.
/// </summary>
/// <param name="create">Makes an empty store to be tested; called once for each test.</param>
/// <example>
/// <code>
/// public static TheoryData&lt;string&gt; Names =&gt; [.. StoreConformance.Names];
///
/// [Theory, MemberData(nameof(Names))]
/// public Task My_store_conforms(string name) =&gt; new StoreConformance(() =&gt; new MyStoreUnderTest()).RunAsync(name);
/// </code>
/// </example>
public sealed class StoreConformance(Func<IStoreUnderTest> create)
{
    private static readonly (string Name, Func<StoreSession, Task> RunAsync)[] All =
    [
        .. StateChecks.All,
        .. MessageChecks.All,
        .. InputChecks.All,
        .. DueChecks.All,
        .. UserChecks.All,
    ];

    /// <summary>The names of the tests, each a sentence that must hold.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static check => check.Name)];

    /// <summary>Runs one test.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="cancellationToken">Passed on to the store.</param>
    /// <exception cref="StoreConformanceException">The store does not conform; the message says what it did.</exception>
    /// <exception cref="ArgumentException">There is no test of this name.</exception>
    public async Task RunAsync(string name, CancellationToken cancellationToken = default)
    {
        int index = Array.FindIndex(All, check => string.Equals(check.Name, name, StringComparison.Ordinal));
        if (index < 0)
        {
            throw new ArgumentException($"There is no test '{name}'.", nameof(name));
        }

        await using IStoreUnderTest subject = create();
        StoreSession session = new(subject, cancellationToken);
        await session.ConnectAsync().ConfigureAwait(false);
        await All[index].RunAsync(session).ConfigureAwait(false);
    }
}
