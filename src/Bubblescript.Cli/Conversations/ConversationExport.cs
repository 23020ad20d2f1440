using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Cli.Conversations;

/// <summary>Writes conversations of a store as JSON: their states and histories, the inputs that wait for them and the records of their users.</summary>
internal static class ConversationExport
{
    /// <summary>The number of the format of exports.</summary>
    public const int Format = 1;

    private const int PageLength = 500;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n", MaxDepth = int.MaxValue };

    /// <summary>The conversations as JSON.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<string> WriteAsync(IConversationStore store, IReadOnlyCollection<ProcessSummary> summaries, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> buffer = new();
        Utf8JsonWriter writer = new(buffer, Options);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteStartArray("conversations");
            foreach (ProcessSummary summary in summaries)
            {
                await WriteConversationAsync(writer, store, summary, cancellationToken).ConfigureAwait(false);
            }

            writer.WriteEndArray();
            await WriteInputsAsync(writer, store, summaries, cancellationToken).ConfigureAwait(false);
            await WriteUsersAsync(writer, store, summaries, cancellationToken).ConfigureAwait(false);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static async Task WriteConversationAsync(Utf8JsonWriter writer, IConversationStore store, ProcessSummary summary, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(summary.Address, cancellationToken).ConfigureAwait(false) is not { } process)
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("address", summary.Address);
        writer.WriteString("bot", summary.BotId);
        writer.WriteString("user", summary.UserId);
        writer.WriteString("changed", summary.Changed);
        WriteDocument(writer, "state", process.State);
        writer.WriteStartArray("messages");
        foreach (ChatMessage message in await ReadMessagesAsync(store, summary.Address, cancellationToken).ConfigureAwait(false))
        {
            ChatMessageJson.Write(writer, message);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static async Task<List<ChatMessage>> ReadMessagesAsync(IConversationStore store, string address, CancellationToken cancellationToken)
    {
        List<ChatMessage> messages = [];
        long? before = null;
        while (true)
        {
            IReadOnlyList<StoredMessage> page = await store.ReadMessagesAsync(address, before, PageLength, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                messages.Reverse();
                return messages;
            }

            messages.AddRange(page.Select(static stored => stored.Message));
            before = page[^1].Number;
        }
    }

    private static async Task WriteInputsAsync(
        Utf8JsonWriter writer, IConversationStore store, IEnumerable<ProcessSummary> summaries, CancellationToken cancellationToken)
    {
        HashSet<string> addresses = summaries.Select(static summary => summary.Address).ToHashSet(StringComparer.Ordinal);
        writer.WriteStartArray("inputs");
        await foreach (StoredInput input in store.ReadInputsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (addresses.Contains(input.To))
            {
                writer.WriteStartObject();
                writer.WriteString("id", input.Id);
                writer.WriteString("to", input.To);
                WriteDocument(writer, "input", input.Document);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static async Task WriteUsersAsync(
        Utf8JsonWriter writer, IConversationStore store, IEnumerable<ProcessSummary> summaries, CancellationToken cancellationToken)
    {
        writer.WriteStartArray("users");
        foreach (string id in summaries.Select(static summary => summary.UserId).Where(static id => id.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (await store.LoadUserAsync(id, cancellationToken).ConfigureAwait(false) is { } user)
            {
                writer.WriteStartObject();
                writer.WriteString("id", user.Id);
                writer.WriteNumber("version", user.Version);
                WriteDocument(writer, "record", user.Document);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteDocument(Utf8JsonWriter writer, string name, StateDocument document)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(document.Utf8Json.Span);
    }
}
