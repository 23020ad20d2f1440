using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Cli.Chats;

/// <summary>The host of a chat and the conversations of those who type in it.</summary>
internal sealed class ChatSession : IAsyncDisposable
{
    private readonly BotHost _host;
    private readonly ChatOptions _options;
    private readonly Action<HostEvent, string> _show;
    private readonly IDisposable _subscription;
    private readonly Dictionary<string, Conversation> _conversations = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();
    private ImmutableDictionary<string, string> _users = ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    private ChatSession(BotHost host, ChatOptions options, Action<HostEvent, string> show)
    {
        _host = host;
        _options = options;
        _show = show;
        User = options.UserId;
        _subscription = host.Observe(Show);
    }

    /// <summary>What the first conversation was when the chat began; null when it had not been opened yet, or had been closed.</summary>
    public ConversationSnapshot? Found { get; private set; }

    /// <summary>Who types now.</summary>
    public string User { get; private set; }

    public Conversation Conversation => _conversations[User];

    /// <summary>Starts the host and opens the first conversation.</summary>
    /// <param name="bots">The bots of the workspace, the default one first.</param>
    /// <param name="options">The options of the command line.</param>
    /// <param name="show">Called for everything that leaves a process, with its user, or "" for masters and groups; never by two threads at once.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<ChatSession> StartAsync(
        ImmutableArray<Bot> bots,
        ChatOptions options,
        Action<HostEvent, string> show,
        CancellationToken cancellationToken)
    {
        BotHostBuilder builder = new BotHostBuilder().UseDebugging(options.IsDebugging);
        foreach (Bot bot in bots)
        {
            builder.AddBot(bot);
        }

        if (options.Seed is { } seed)
        {
            builder.UseRandomSeed(seed);
        }

        if (options.Store is { } store)
        {
            builder.UseStore(store);
        }

        ChatSession session = new(builder.Build(), options, show);
        try
        {
            await session._host.StartAsync(cancellationToken).ConfigureAwait(false);
            await session.SpeakAsAsync(options.UserId, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch (Exception exception)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw exception is StoreException or StateFormatException ? new ToolException(exception.Message, ExitCode.Failure) : exception;
        }
    }

    /// <summary>Lets a user type, whose conversation is opened if it is not yet.</summary>
    public async Task SpeakAsAsync(string userId, CancellationToken cancellationToken)
    {
        if (!_conversations.ContainsKey(userId))
        {
            OpenOptions options = new() { G = _options.G, Connect = false };
            Conversation conversation = await _host.OpenAsync(userId, options, cancellationToken).ConfigureAwait(false);
            _conversations.Add(userId, conversation);
            await ShowBeginningAsync(conversation, cancellationToken).ConfigureAwait(false);
        }

        User = userId;
    }

    public Task ActAsync(UserAction action, CancellationToken cancellationToken) => Conversation.SendAsync(action, cancellationToken);

    /// <summary>Waits until all processes rest.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => _host.WhenIdleAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        _subscription.Dispose();
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Opens a conversation. Of one that was left while it waited, what the bot said last is shown again; the conversation itself does not notice. What
    /// timers that fell due meanwhile have made the bot say is shown in any case.
    /// </summary>
    private async Task ShowBeginningAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        await _host.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
        ConversationSnapshot snapshot = await conversation.InspectAsync(cancellationToken).ConfigureAwait(false);
        bool isLive = snapshot is { IsOpen: true, IsClosed: false };
        Found ??= isLive ? snapshot : null;
        bool isWaiting = isLive && !snapshot.IsAsleep && snapshot.Waiting is not null;
        IReadOnlyList<StoredMessage> latest = await conversation.ReadHistoryAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        IEnumerable<ChatMessage> unanswered = latest.Select(static stored => stored.Message).TakeWhile(static message => !IsOfUser(message));
        _users = _users.SetItem(conversation.Address, conversation.UserId);
        foreach (ChatMessage message in unanswered.TakeWhile(message => isWaiting || message.Time >= _started).Reverse())
        {
            Show(new OutgoingMessage(conversation.Address, message));
        }

        if (!isWaiting)
        {
            await conversation.ConnectAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsOfUser(ChatMessage message) => message.Type is ChatMessageType.UserMessage or ChatMessageType.UserLocation or ChatMessageType.UserAttachment;

    private void Show(HostEvent hostEvent)
    {
        lock (_lock)
        {
            _show(hostEvent, _users.GetValueOrDefault(hostEvent.Address, ""));
        }
    }
}
