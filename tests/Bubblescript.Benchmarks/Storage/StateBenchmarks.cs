using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bubblescript.Coordination;
using Bubblescript.Interpretation;
using Bubblescript.Storage;

namespace Bubblescript.Benchmarks.Storage;

/// <summary>Saving and loading the state of a conversation with twenty variables and three frames, about 1.5 KB.</summary>
public class StateBenchmarks
{
    private readonly Workspace _workspace = new([SampleConversations.MakeWaiting()]);
    private readonly ArrayBufferWriter<byte> _buffer = new(4_096);
    private ProcessStateSerializer _serializer = null!;
    private LoadedProcess _process = null!;
    private ReadOnlyMemory<byte> _saved;
    private JsonDocument _document = null!;
    private Utf8JsonWriter _writer = null!;

    [GlobalSetup]
    public void Setup()
    {
        _serializer = new ProcessStateSerializer(_workspace);
        _process = SampleConversations.Open(_workspace);
        _saved = _serializer.Write(_process);
        _document = JsonDocument.Parse(_saved);
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
        Correctness.Require(_process.State.Bots[0].Frames.Length == 3, "the conversation waits in its third frame");
        Correctness.Require(_saved.Length is > 1_000 and < 4_000, $"the state has 1 to 4 KB ({_saved.Length} bytes)");
        ReadOnlyMemory<byte> again = _serializer.Write(_serializer.Read("main:ann~main", _saved, new LoadReport()));
        Correctness.Require(again.Span.SequenceEqual(_saved.Span), "a state that is loaded is what was saved");
        Console.WriteLine($"The state has {_saved.Length} bytes: {System.Text.Encoding.UTF8.GetString(_saved.Span)}");
    }

    [Benchmark(Description = "save a state")]
    public ReadOnlyMemory<byte> Save() => _serializer.Write(_process);

    [Benchmark(Description = "load a state")]
    public object Load() => _serializer.Read("main:ann~main", _saved, new LoadReport());

    [Benchmark(Description = "floor: write the same JSON from its tree", Baseline = true)]
    public int WriteTree()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        _document.RootElement.WriteTo(_writer);
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "floor: read the same JSON into a tree")]
    public void ReadTree()
    {
        using JsonDocument document = JsonDocument.Parse(_saved);
    }
}
