using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Cli.Conversations;

/// <summary>Brings exported conversations into a store. Everything is checked before anything is stored.</summary>
internal sealed class ConversationImport
{
    private const string Writer = "import";

    private readonly List<ProcessCommit> _commits = [];
    private readonly List<StoredInput> _inputs = [];
    private readonly List<StoredUser> _users = [];

    private ConversationImport()
    {
    }

    /// <summary>The number of conversations.</summary>
    public int Count => _commits.Count;

    /// <exception cref="ToolException">The text is no export, or one of a later version.</exception>
    public static ConversationImport Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
            JsonElement root = document.RootElement;
            int format = root.GetProperty("format").GetInt32();
            if (format > ConversationExport.Format)
            {
                throw new ToolException($"the file has the format {format}, and this version reads formats up to {ConversationExport.Format}: use a later version", ExitCode.Failure);
            }

            ConversationImport import = new();
            import._commits.AddRange(root.GetProperty("conversations").EnumerateArray().Select(ReadConversation));
            import._inputs.AddRange(root.GetProperty("inputs").EnumerateArray().Select(static input =>
                new StoredInput(input.GetProperty("id").GetString()!, input.GetProperty("to").GetString()!, ReadDocument(input, "input"))));
            import._users.AddRange(root.GetProperty("users").EnumerateArray().Select(static user =>
                new StoredUser(user.GetProperty("id").GetString()!, user.GetProperty("version").GetInt64(), ReadDocument(user, "record"))));
            return import;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or StateFormatException)
        {
            // What the readers of JSON, messages and states throw for anything that is not as an export is.
            throw new ToolException($"the file is no export of conversations: {exception.Message}", ExitCode.Failure);
        }
    }

    /// <summary>Stores the conversations.</summary>
    /// <exception cref="ToolException">The store has one of the conversations, and it may not be replaced.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task StoreAsync(IConversationStore store, bool replaces, CancellationToken cancellationToken)
    {
        List<ProcessCommit> commits = [];
        foreach (ProcessCommit commit in _commits)
        {
            StoredProcess? stored = await store.LoadAsync(commit.Address, cancellationToken).ConfigureAwait(false);
            if (stored is not null && !replaces)
            {
                throw new ToolException($"the file has a conversation '{commit.Address}' already; nothing was imported. Use --replace to put the imported state in its place", ExitCode.Failure);
            }

            commits.Add(stored is null ? commit : Replacing(commit, stored.Version));
        }

        foreach (StoredUser user in _users)
        {
            await store.SaveUserAsync(user, cancellationToken).ConfigureAwait(false);
        }

        foreach (ProcessCommit commit in commits)
        {
            await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        }

        foreach (StoredInput input in _inputs)
        {
            await store.AcceptAsync(input, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ProcessCommit ReadConversation(JsonElement conversation)
    {
        string address = conversation.GetProperty("address").GetString()!;
        StateDocument state = ReadDocument(conversation, "state");
        SavedConversation saved = SavedConversation.Read(state.Utf8Json);
        if (!string.Equals(saved.Address, address, StringComparison.Ordinal))
        {
            throw new StateFormatException($"the state of '{saved.Address}' stands at the address '{address}'");
        }

        DateTimeOffset changed = conversation.GetProperty("changed").GetDateTimeOffset();
        return new ProcessCommit
        {
            Address = address,
            BotId = conversation.GetProperty("bot").GetString()!,
            UserId = conversation.GetProperty("user").GetString()!,
            Version = 1,
            Writer = Writer,
            State = state,
            Due = saved.FindDue(changed),
            Time = changed,
            Messages = [.. conversation.GetProperty("messages").EnumerateArray().Select(static message => ChatMessageJson.Deserialize(message.GetRawText()))],
        };
    }

    /// <summary>The history of a conversation that is there already is kept as it is.</summary>
    private static ProcessCommit Replacing(ProcessCommit commit, long version) => new()
    {
        Address = commit.Address,
        BotId = commit.BotId,
        UserId = commit.UserId,
        Version = version + 1,
        Writer = Writer,
        State = commit.State,
        Due = commit.Due,
        Time = commit.Time,
    };

    /// <summary>The document as a store keeps it: without the line breaks of the export.</summary>
    private static StateDocument ReadDocument(JsonElement element, string name)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = int.MaxValue });
        element.GetProperty(name).WriteTo(writer);
        writer.Flush();
        return new StateDocument(buffer.WrittenMemory);
    }
}
