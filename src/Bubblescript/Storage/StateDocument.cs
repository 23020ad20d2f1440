using System.Buffers;

namespace Bubblescript.Storage;

/// <summary>
/// The saved form of a process: human-readable, versioned JSON (execution model, section 9). Made when it is first asked for, so a store that keeps
/// documents in memory costs a turn nothing. Safe for use by several threads.
/// </summary>
public sealed class StateDocument
{
    private readonly Action<IBufferWriter<byte>>? _write;
    private byte[]? _utf8Json;

    /// <summary>A document that is JSON already.</summary>
    /// <param name="utf8Json">The JSON as UTF-8.</param>
    public StateDocument(ReadOnlyMemory<byte> utf8Json) => _utf8Json = utf8Json.ToArray();

    internal StateDocument(Action<IBufferWriter<byte>> write) => _write = write;

    /// <summary>The JSON, encoded as UTF-8.</summary>
    /// <exception cref="StateFormatException">The document is damaged.</exception>
    public ReadOnlyMemory<byte> Utf8Json => Volatile.Read(ref _utf8Json) ?? Make();

    /// <summary>A document that a store could not read back as it was written.</summary>
    /// <param name="damage">What is wrong with it; the message of the <see cref="StateFormatException"/> that <see cref="Utf8Json"/> throws.</param>
    public static StateDocument Damaged(string damage) => new(_ => throw new StateFormatException(damage));

    /// <summary>Writes the JSON to a buffer, for stores that copy it anyway; unlike <see cref="Utf8Json"/> this keeps nothing.</summary>
    /// <param name="buffer">Where to write; it is written to by the time of the return.</param>
    /// <exception cref="StateFormatException">The document is damaged.</exception>
    public void WriteTo(IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (Volatile.Read(ref _utf8Json) is { } made)
        {
            buffer.Write(made);
        }
        else
        {
            _write!(buffer);
        }
    }

    /// <summary>Two threads may do so at once and make the same.</summary>
    private byte[] Make()
    {
        ArrayBufferWriter<byte> buffer = new(1_024);
        _write!(buffer);
        byte[] made = buffer.WrittenSpan.ToArray();
        Volatile.Write(ref _utf8Json, made);
        return made;
    }
}
