using System.Collections.Immutable;
using System.Text;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Testing.Stores.Conformance;

/// <summary>The store of one test with what the tests share.</summary>
internal sealed class StoreSession(IStoreUnderTest subject, CancellationToken cancellationToken)
{
    public const string Writer = "host";

    public static readonly DateTimeOffset Time = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public IConversationStore Store { get; private set; } = null!;

    public CancellationToken Cancellation => cancellationToken;

    /// <summary>Opens the store, or opens it again as after a restart.</summary>
    public async Task ConnectAsync()
    {
        Store = await subject.ConnectAsync().ConfigureAwait(false);
        await Store.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    public static StateDocument Document(string json) => new(Encoding.UTF8.GetBytes(json));

    public static ProcessCommit Commit(string address, long version, string? state = null) => new()
    {
        Address = address,
        BotId = "coffee",
        UserId = "ann",
        Version = version,
        Writer = Writer,
        State = Document(state ?? $$"""{"format":1,"version":{{version}}}"""),
        Time = Time.AddSeconds(version),
    };

    public static ProcessCommit With(
        ProcessCommit commit,
        string? writer = null,
        DateTimeOffset? due = null,
        ImmutableArray<ChatMessage>? messages = null,
        ImmutableArray<StoredInput>? outgoing = null,
        string? consumed = null,
        StoredUser? user = null) => new()
        {
            Address = commit.Address,
            BotId = commit.BotId,
            UserId = commit.UserId,
            Version = commit.Version,
            Writer = writer ?? commit.Writer,
            State = commit.State,
            Time = commit.Time,
            Due = due,
            Messages = messages ?? [],
            Outgoing = outgoing ?? [],
            ConsumedInput = consumed,
            User = user,
        };

    public static ImmutableArray<ChatMessage> Messages(params IEnumerable<string> texts) =>
        [.. texts.Select(static text => ChatMessage.From(new TextPayload(text)) with { Id = "m-" + text, Time = Time })];

    public static StoredInput Input(string id, string to = "coffee:ann~main") => new(id, to, Document($$"""{"format":1,"id":"{{id}}"}"""));

    public Task CommitAsync(ProcessCommit commit) => Store.CommitAsync(commit, cancellationToken).AsTask();

    public async Task RequireConflictAsync(ProcessCommit commit, string why)
    {
        try
        {
            await CommitAsync(commit).ConfigureAwait(false);
        }
        catch (StoreConflictException)
        {
            return;
        }

        throw new StoreConformanceException($"A StoreConflictException was expected for a commit that {why}; the store took it.");
    }

    /// <summary>The stored state as text, with its version before it; "none" when there is none.</summary>
    public async Task<string> ReadStateAsync(string address)
    {
        StoredProcess? process = await Store.LoadAsync(address, cancellationToken).ConfigureAwait(false);
        return process is null ? "none" : $"{process.Version} {Encoding.UTF8.GetString(process.State.Utf8Json.Span)}";
    }

    public async Task<string> ReadUserAsync(string id)
    {
        StoredUser? user = await Store.LoadUserAsync(id, cancellationToken).ConfigureAwait(false);
        return user is null ? "none" : $"{user.Id} {user.Version} {Encoding.UTF8.GetString(user.Document.Utf8Json.Span)}";
    }

    public async Task<string> ReadInputsAsync()
    {
        List<string> inputs = [];
        await foreach (StoredInput input in Store.ReadInputsAsync(cancellationToken).ConfigureAwait(false))
        {
            inputs.Add($"{input.Id}>{input.To}={Encoding.UTF8.GetString(input.Document.Utf8Json.Span)}");
        }

        return string.Join('\n', inputs);
    }

    public async Task<IReadOnlyList<DueProcess>> ReadDueAsync()
    {
        List<DueProcess> due = [];
        await foreach (DueProcess process in Store.ReadDueAsync(cancellationToken).ConfigureAwait(false))
        {
            due.Add(process);
        }

        return due;
    }

    public async Task<IReadOnlyList<ProcessSummary>> ListAsync()
    {
        List<ProcessSummary> processes = [];
        await foreach (ProcessSummary process in Store.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            processes.Add(process);
        }

        return processes;
    }

    /// <summary>The texts of a page of a history, latest first.</summary>
    public async Task<string> ReadHistoryAsync(string address, long? before = null, int count = 1_000) =>
        TextsOf(await Store.ReadMessagesAsync(address, before, count, cancellationToken).ConfigureAwait(false));

    public static string TextsOf(IEnumerable<StoredMessage> page) =>
        string.Join(' ', page.Select(static stored => ((TextPayload)stored.Message.Payload!).Message));

    public static void RequireEqual(string actual, string expected, string what)
    {
        if (!string.Equals(actual, expected, StringComparison.Ordinal))
        {
            throw new StoreConformanceException($"{what}: expected '{Shorten(expected)}', but the store gives '{Shorten(actual)}'.");
        }
    }

    private static string Shorten(string text) => text.Length <= 300 ? text : $"{text[..300]}… ({text.Length} characters)";
}
