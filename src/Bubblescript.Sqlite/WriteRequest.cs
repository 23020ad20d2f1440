using System.Threading.Tasks.Sources;
using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>
/// Something to write, made on the caller's thread as far as possible: the writer only hands bytes to SQLite. It is also what the caller waits for, once.
/// </summary>
internal abstract class WriteRequest : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _completion;
    private StoreException? _refusal;

    private protected WriteRequest(bool continuesAsynchronously) => _completion.RunContinuationsAsynchronously = continuesAsynchronously;

    public ValueTask Task => new(this, _completion.Version);

    /// <summary>Writes within the open transaction. Throws for failures of the database only; <see cref="Refuse"/> is for this request alone.</summary>
    public abstract void Write(SqliteWriter writer);

    /// <summary>The request cannot be carried out; the rest of the transaction can.</summary>
    public void Refuse(StoreException refusal) => _refusal = refusal;

    public void Complete()
    {
        if (_refusal is { } refusal)
        {
            _completion.SetException(refusal);
        }
        else
        {
            _completion.SetResult(result: true);
        }
    }

    public void Fail(Exception failure) => _completion.SetException(failure);

    void IValueTaskSource.GetResult(short token) => _completion.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _completion.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _completion.OnCompleted(continuation, state, token, flags);
}
