using System.Runtime.CompilerServices;
using Bubblescript.Storage;

namespace Bubblescript.Testing.Stores;

/// <summary>
/// A store that fails and delays on demand, around another one that keeps what was stored. A host treats it as durable - it commits every turn -, also
/// around an <see cref="InMemoryStore"/>; abandoning the host without stopping it is a crash. Safe for use by several threads.
/// </summary>
/// <param name="inner">Keeps what was stored.</param>
/// <param name="plan">Says what happens to a call; called from several threads.</param>
public sealed class FaultyStore(IConversationStore inner, Func<StoreCall, StoreFault> plan) : IConversationStore
{
    /// <summary>A store without faults, which a host treats as durable.</summary>
    public static FaultyStore Durable(IConversationStore inner) => new(inner, static _ => StoreFault.None);

    /// <summary>
    /// A plan that disturbs a part of all calls but <see cref="StoreCall.Open"/> and <see cref="StoreCall.Read"/>, at random, and never more than twice
    /// in a row. A process whose store fails four times in a row - with small parts that is rare - waits for the host's clock.
    /// </summary>
    /// <param name="seed">Repeats the same faults when the calls come in the same order.</param>
    /// <param name="part">The part of the calls that is disturbed, from 0 to 1.</param>
    public static Func<StoreCall, StoreFault> RandomFaults(int seed, double part)
    {
        const int mostInARow = 2;
        Random random = new(seed);
        Lock guard = new();
        int inARow = 0;
        return call =>
        {
            lock (guard)
            {
                if (call is StoreCall.Open or StoreCall.Read || random.NextDouble() >= part || inARow == mostInARow)
                {
                    inARow = 0;
                    return StoreFault.None;
                }

                StoreFault fault = (StoreFault)(1 + random.Next(3));
                inARow = fault == StoreFault.Delay ? 0 : inARow + 1;
                return fault;
            }
        };
    }

    /// <inheritdoc/>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) =>
        RunAsync(StoreCall.Open, () => inner.OpenAsync(cancellationToken));

    /// <inheritdoc/>
    public ValueTask<StoredProcess?> LoadAsync(string address, CancellationToken cancellationToken = default) =>
        RunAsync(StoreCall.Load, () => inner.LoadAsync(address, cancellationToken));

    /// <inheritdoc/>
    public ValueTask CommitAsync(ProcessCommit commit, CancellationToken cancellationToken = default) =>
        RunAsync(StoreCall.Commit, () => inner.CommitAsync(commit, cancellationToken));

    /// <inheritdoc/>
    public ValueTask AcceptAsync(StoredInput input, CancellationToken cancellationToken = default) =>
        RunAsync(StoreCall.Accept, () => inner.AcceptAsync(input, cancellationToken));

    /// <inheritdoc/>
    public ValueTask DiscardAsync(string inputId, CancellationToken cancellationToken = default) =>
        RunAsync(StoreCall.Discard, () => inner.DiscardAsync(inputId, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<StoredUser?> LoadUserAsync(string userId, CancellationToken cancellationToken = default) =>
        RunAsync(StoreCall.User, () => inner.LoadUserAsync(userId, cancellationToken));

    /// <inheritdoc/>
    public ValueTask SaveUserAsync(StoredUser user, CancellationToken cancellationToken = default) =>
        RunAsync(StoreCall.User, () => inner.SaveUserAsync(user, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredInput> ReadInputsAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(inner.ReadInputsAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<DueProcess> ReadDueAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(inner.ReadDueAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ProcessSummary> ListAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(inner.ListAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(
        string address, long? before, int count, CancellationToken cancellationToken = default) =>
        RunAsync(StoreCall.Read, () => inner.ReadMessagesAsync(address, before, count, cancellationToken));

    private static StoreException Failure(StoreCall call) => new($"The store was told to fail ({call}).");

    private async ValueTask RunAsync(StoreCall call, Func<ValueTask> act)
    {
        StoreFault fault = await BeforeAsync(call).ConfigureAwait(false);
        await act().ConfigureAwait(false);
        if (fault == StoreFault.FailAfter)
        {
            throw Failure(call);
        }
    }

    private async ValueTask<T> RunAsync<T>(StoreCall call, Func<ValueTask<T>> act)
    {
        StoreFault fault = await BeforeAsync(call).ConfigureAwait(false);
        T result = await act().ConfigureAwait(false);
        return fault == StoreFault.FailAfter ? throw Failure(call) : result;
    }

    private async ValueTask<StoreFault> BeforeAsync(StoreCall call)
    {
        StoreFault fault = plan(call);
        if (fault == StoreFault.Delay)
        {
            await Task.Yield();
        }

        return fault == StoreFault.FailBefore ? throw Failure(call) : fault;
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await BeforeAsync(StoreCall.Read).ConfigureAwait(false);
        await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }
}
