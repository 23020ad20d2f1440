using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Testing;

namespace Bubblescript.Cli.Tests;

/// <summary>The report for programs: one JSON object per case, and one with the counts.</summary>
internal sealed class JsonTestReport(TextWriter output) : ITestReport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Add(TestItem item, TestOutcome outcome) => Write(writer =>
    {
        writer.WriteString("path", item.Path);
        writer.WriteNumber("line", outcome.Line);
        writer.WriteString("name", item.Name);
        writer.WriteBoolean("passed", outcome.Failure is null);
        if (outcome.Failure is { } failure)
        {
            writer.WriteString("failure", failure);
            WriteRows(writer, outcome.Rows);
        }
    });

    public void Finish(int passed, int failed) => Write(writer =>
    {
        writer.WriteNumber("passed", passed);
        writer.WriteNumber("failed", failed);
    });

    private static void WriteRows(Utf8JsonWriter writer, IEnumerable<TranscriptRow> rows)
    {
        writer.WriteStartArray("conversation");
        foreach (TranscriptRow row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("expected", row.Expected);
            writer.WriteString("happened", row.Actual);
            if (row.IsFailure)
            {
                writer.WriteBoolean("differs", value: true);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
