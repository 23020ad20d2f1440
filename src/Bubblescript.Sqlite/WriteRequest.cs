using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>Something to write, made on the caller's thread as far as possible: the writer only hands bytes to SQLite.</summary>
internal abstract class WriteRequest
{
    private readonly TaskCompletionSource _completion;
    private StoreException? _refusal;

    private protected WriteRequest(TaskCreationOptions options) => _completion = new TaskCompletionSource(options);

    public Task Task => _completion.Task;

    /// <summary>Writes within the open transaction. Throws for failures of the database only; <see cref="Refuse"/> is for this request alone.</summary>
    public abstract void Write(SqliteWriter writer);

    /// <summary>The request cannot be carried out; the rest of the transaction can.</summary>
    public void Refuse(StoreException refusal) => _refusal = refusal;

    public void Complete()
    {
        if (_refusal is { } refusal)
        {
            _completion.TrySetException(refusal);
        }
        else
        {
            _completion.TrySetResult();
        }
    }

    public void Fail(Exception failure)
    {
        _refusal = null;
        _completion.TrySetException(failure);
    }
}
