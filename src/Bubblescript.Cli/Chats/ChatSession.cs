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
    private ImmutableDictionary<string, string> _users = ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    private ChatSession(BotHost host, ChatOptions options, Action<HostEvent, string> show)
    {
        _host = host;
        _options = options;
        _show = show;
        User = options.UserId;
        _subscription = host.Observe(Show);
    }

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
        }
        catch (StoreException exception)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw new ToolException(exception.Message, ExitCode.Failure);
        }

        await session.SpeakAsAsync(options.UserId, cancellationToken).ConfigureAwait(false);
        return session;
    }

    /// <summary>Lets a user type, whose conversation is opened if it is not yet.</summary>
    public async Task SpeakAsAsync(string userId, CancellationToken cancellationToken)
    {
        if (!_conversations.ContainsKey(userId))
        {
            OpenOptions options = new() { G = _options.G, Connect = false };
            Conversation conversation = await _host.OpenAsync(userId, options, cancellationToken).ConfigureAwait(false);
            _conversations.Add(userId, conversation);
            _users = _users.SetItem(conversation.Address, userId);
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
    /// Opens a conversation. Of one that was left while it waited, what the bot said last is shown again; the conversation itself does not notice.
    /// </summary>
    private async Task ShowBeginningAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        ConversationSnapshot snapshot = await conversation.InspectAsync(cancellationToken).ConfigureAwait(false);
        if (snapshot is not { IsOpen: true, IsAsleep: false, Waiting: not null })
        {
            await conversation.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        IReadOnlyList<StoredMessage> latest = await conversation.ReadHistoryAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (StoredMessage stored in latest.TakeWhile(static stored => !IsOfUser(stored.Message)).Reverse())
        {
            Show(new OutgoingMessage(conversation.Address, stored.Message));
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
