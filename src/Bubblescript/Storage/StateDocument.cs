namespace Bubblescript.Storage;

/// <summary>
/// The saved form of a process: human-readable, versioned JSON (execution model, section 9). Made when it is first asked for, so a store that keeps
/// documents in memory costs a turn nothing. Safe for use by several threads.
/// </summary>
public sealed class StateDocument
{
    private readonly Lock _lock = new();
    private Func<ReadOnlyMemory<byte>>? _write;
    private ReadOnlyMemory<byte> _utf8Json;

    /// <summary>A document that is JSON already.</summary>
    /// <param name="utf8Json">The JSON as UTF-8.</param>
    public StateDocument(ReadOnlyMemory<byte> utf8Json) => _utf8Json = utf8Json;

    /// <summary>A document that a store could not read back as it was written.</summary>
    /// <param name="damage">What is wrong with it; the message of the <see cref="StateFormatException"/> that <see cref="Utf8Json"/> throws.</param>
    public static StateDocument Damaged(string damage) => new(() => throw new StateFormatException(damage));

    internal StateDocument(Func<ReadOnlyMemory<byte>> write) => _write = write;

    /// <summary>The JSON, encoded as UTF-8.</summary>
    /// <exception cref="StateFormatException">The document is damaged.</exception>
    public ReadOnlyMemory<byte> Utf8Json
    {
        get
        {
            lock (_lock)
            {
                if (_write is { } write)
                {
                    _utf8Json = write();
                    _write = null;
                }

                return _utf8Json;
            }
        }
    }
}
