using Bubblescript.Binding;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;
using Bubblescript.Storage;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>
/// A handle to a conversation of one user with one bot. There may be any number of handles for one conversation, and a handle stays good when the
/// conversation leaves the memory. Safe for use by several threads.
/// </summary>
public sealed class Conversation
{
    private readonly BotHost _host;
    private readonly MessageFeed _feed;
    private readonly string _botId;

    internal Conversation(BotHost host, ProcessIdentity identity, MessageFeed feed)
    {
        _host = host;
        _feed = feed;
        _botId = identity.BotId;
        Address = identity.Address;
        UserId = identity.UserId;
        G = identity.Name;
    }

    /// <summary>The opaque address that other processes send to; <c>conversation.addr</c> in scripts.</summary>
    public string Address { get; }

    /// <summary>The user.</summary>
    public string UserId { get; }

    /// <summary>The name of the conversation.</summary>
    public string G { get; }

    /// <summary>The ids of the bots on the bot stack, topmost last; as of the last turn, and only the first bot while the conversation is not in memory.</summary>
    public IReadOnlyList<string> BotStack =>
        _host.Processes.Find(Address)?.State is { Bots.IsEmpty: false } state ? [.. state.Bots.Select(static bot => bot.BotId)] : [_botId];

    /// <summary>Sends a text message of the user. See <see cref="SendAsync(UserAction, CancellationToken)"/>.</summary>
    public Task SendAsync(string text, CancellationToken cancellationToken = default) => SendAsync(new UserTextAction(text), cancellationToken);

    /// <summary>
    /// Sends an action of the user. Completes when the action is accepted: with a durable store when it will not be lost any more, without one at once.
    /// Waits while the inbox is full. The bot's answer comes by <see cref="ReadMessagesAsync"/> or <see cref="BotHost.Observe"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The action has too long a text, no name, or coordinates out of range.</exception>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    /// <exception cref="StateFormatException">The stored conversation is not for this host.</exception>
    public Task SendAsync(UserAction action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ProcessInput input = ActionTranslation.ToInput(action, _host.Processes.Limits);
        if (input is EventInput sent)
        {
            input = sent with { Sender = Address };
        }

        ChatMessage? shown = ActionTranslation.ToMessage(action, Address, _host.Processes.Time.GetUtcNow(), _host.Processes.Ids);
        return _host.AcceptAsync(Address, input, _botId, new EnvelopeDetails { Action = shown, Completion = _host.NewCompletion() }, cancellationToken);
    }

    /// <summary>A client connects without a message (execution model, section 5.6).</summary>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken = default) => SendAsync(new ConnectAction(), cancellationToken);

    /// <summary>Sends an event of the host; it does not count as something the user did.</summary>
    /// <param name="name">The event.</param>
    /// <param name="payload">Its data.</param>
    /// <param name="cancellationToken">Ends the waiting, not the event.</param>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public Task SendEventAsync(string name, Value payload = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        EventInput input = new(name, ActionTranslation.ToPlain(payload), Sender: null, EventOrigin.Host);
        return _host.AcceptAsync(Address, input, _botId, new EnvelopeDetails { Completion = _host.NewCompletion() }, cancellationToken);
    }

    /// <summary>
    /// The messages of the bot from the creation of this handle on, as they are sent; ends when the host stops. A handle keeps
    /// <see cref="BotHostOptions.MessageBuffer"/> messages for a slow reader. Each message goes to one reader of the handle; make a handle per reader.
    /// </summary>
    public IAsyncEnumerable<ChatMessage> ReadMessagesAsync(CancellationToken cancellationToken = default) => _feed.ReadAsync(cancellationToken);

    /// <summary>What the conversation is after its last turn.</summary>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public async Task<ConversationSnapshot> InspectAsync(CancellationToken cancellationToken = default)
    {
        LoadedProcess loaded = await _host.LoadAsync(Address, _botId, cancellationToken).ConfigureAwait(false);
        return Snapshots.Of(loaded.State, _host.Processes.Workspace);
    }

    /// <summary>Evaluates an expression with the variables of the conversation; nothing in it changes.</summary>
    /// <param name="expression">An expression of the language.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">The expression has errors, or its evaluation ends in a runtime error; the message says which.</exception>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public async Task<Value> EvaluateAsync(string expression, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expression);
        Value value = await EvaluateAsync((bot, kind) => bot.BindExpression(expression, kind), cancellationToken).ConfigureAwait(false);
        return value.AsError() is { } error ? throw new ArgumentException(error.Message, nameof(expression)) : value;
    }

    /// <summary>Evaluates an expression of a test, which has variables of its own; the result may be an error signal.</summary>
    internal Task<Value> EvaluateAsync(
        Syntax.Tree.Expression expression, SourceText source, IReadOnlyDictionary<string, Value> variables, CancellationToken cancellationToken) =>
        EvaluateAsync((bot, kind) => bot.BindExpression(expression, source, kind, variables), cancellationToken);

    /// <summary>Switches to another bot, as <c>switch_bot</c> does.</summary>
    /// <param name="botId">A bot of the host.</param>
    /// <param name="dialog">The dialog to run; null for <c>__main__</c>.</param>
    /// <param name="data">What the bot gets as <c>request.data</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">The host has no such bot.</exception>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public Task SwitchBotAsync(string botId, string? dialog = null, MapValue? data = null, CancellationToken cancellationToken = default)
    {
        if (_host.Processes.Workspace.Find(botId) is null)
        {
            throw new ArgumentException($"The host has no bot '{botId}'.", nameof(botId));
        }

        SwitchBotInput input = new(botId, dialog, ActionTranslation.ToPlain(data ?? MapValue.Empty));
        return _host.AcceptAsync(Address, input, _botId, new EnvelopeDetails { Completion = _host.NewCompletion() }, cancellationToken);
    }

    /// <summary>Returns to the bot below, as <c>return_bot</c> does. When there is none, nothing happens but a <see cref="ScriptLog"/>.</summary>
    /// <param name="dialog">A dialog of the bot below to run first, or null.</param>
    /// <param name="data">What the bot below gets as <c>request.data</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public Task ReturnBotAsync(string? dialog = null, MapValue? data = null, CancellationToken cancellationToken = default)
    {
        ReturnBotInput input = new(dialog, ActionTranslation.ToPlain(data ?? MapValue.Empty));
        return _host.AcceptAsync(Address, input, _botId, new EnvelopeDetails { Completion = _host.NewCompletion() }, cancellationToken);
    }

    /// <summary>
    /// Does what a reply object of a host's own code says: <c>{"type": "context-switch", "targetBotId", "targetState", "parameters"}</c> switches to a bot,
    /// <c>{"type": "context-return", "state", "data"}</c> returns to the bot below.
    /// </summary>
    /// <param name="json">The object.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">The text is no such object, or names a bot that the host does not have.</exception>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public Task ChangeContextAsync(string json, CancellationToken cancellationToken = default)
    {
        ContextChange change = ContextChange.Parse(json);
        return change.TargetBotId is { } botId
            ? SwitchBotAsync(botId, change.Dialog, change.Data, cancellationToken)
            : ReturnBotAsync(change.Dialog, change.Data, cancellationToken);
    }

    /// <summary>A page of the history - what user and bot said -, latest first.</summary>
    /// <param name="before">The number that all messages of the page are before; null for the latest page.</param>
    /// <param name="count">The largest number of messages, at least 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ValueTask<IReadOnlyList<StoredMessage>> ReadHistoryAsync(
        long? before = null, int count = 50, CancellationToken cancellationToken = default) =>
        _host.Store.ReadMessagesAsync(Address, before, count, cancellationToken);

    private async Task<Value> EvaluateAsync(Func<Bot, ScriptKind, BoundExpression> bind, CancellationToken cancellationToken)
    {
        ProcessSystem system = _host.Processes;
        LoadedProcess loaded = await _host.LoadAsync(Address, _botId, cancellationToken).ConfigureAwait(false);
        UserData user = loaded.User?.Data ?? UserData.Empty;
        TurnEnvironment environment = new()
        {
            Settings = system.TurnSettings,
            User = user.Fields,
            RememberedUser = user.Remembered,
            RememberedVariables = loaded.RememberedVariables,
        };
        return StateInspector.Evaluate(system.Workspace, loaded.State, environment, bind);
    }
}
