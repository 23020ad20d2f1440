using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Messages;

namespace Bubblescript.Sqlite;

/// <summary>Where documents are written before they are copied to an array of their size; used again and again by one thread at a time.</summary>
internal sealed class DocumentBuffer
{
    private const int FirstSize = 16 * 1024;

    /// <summary>A buffer that a large state has made larger than this is not kept.</summary>
    private const int LargestKept = 256 * 1024;

    private readonly Utf8JsonWriter _writer;

    public DocumentBuffer()
    {
        Bytes = new ArrayBufferWriter<byte>(FirstSize);
        _writer = new Utf8JsonWriter(Bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public ArrayBufferWriter<byte> Bytes { get; }

    public bool IsWorthKeeping => Bytes.Capacity <= LargestKept;

    public void Clear() => Bytes.ResetWrittenCount();

    public void Write(ChatMessage message)
    {
        _writer.Reset();
        ChatMessageJson.Write(_writer, message);
        _writer.Flush();
    }
}
