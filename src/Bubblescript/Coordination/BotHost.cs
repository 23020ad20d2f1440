using Bubblescript.Binding;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>
/// Runs the conversations of a workspace of bots, their masters and groups (execution model, sections 1 to 7). Made by <see cref="BotHostBuilder"/>. Safe
/// for use by several threads.
/// </summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly EventHub _events;
    private readonly bool _ownsStore;
    private readonly SemaphoreSlim _lifeLock = new(1, 1);
    private bool _isStarted;
    private bool _isStopped;

    internal BotHost(ProcessSystemSettings settings, EventHub events)
    {
        _events = events;
        Store = settings.Store;
        _ownsStore = settings.OwnsStore;
        Processes = new ProcessSystem(settings, events);
    }

    /// <summary>The bots of the workspace; a conversation that names none talks to the first one.</summary>
    public IReadOnlyList<Bot> Bots => Processes.Workspace.Bots;

    /// <summary>Where the conversations are kept.</summary>
    public IConversationStore Store { get; }

    internal ProcessSystem Processes { get; }

    /// <summary>Opens the store, starts the masters, and lets timers fire: those that fell due while no host ran do so at once, in order.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="InvalidOperationException">The host has been stopped.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _lifeLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isStopped)
            {
                throw new InvalidOperationException("The host has been stopped; make a new one.");
            }

            if (!_isStarted)
            {
                await Processes.StartAsync(cancellationToken).ConfigureAwait(false);
                _isStarted = true;
            }
        }
        finally
        {
            _lifeLock.Release();
        }
    }

    /// <summary>
    /// Ends what runs and keeps all conversations as they are; a host with the same store continues them. Waits at most
    /// <see cref="BotHostOptions.StopTimeout"/> for turns and calls under way. Stopping a stopped host does nothing.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _lifeLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isStarted && !_isStopped)
            {
                _isStopped = true;
                await Processes.StopAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _lifeLock.Release();
        }
    }

    /// <summary>
    /// The conversation of a user with a bot, opened unless <see cref="OpenOptions.Connect"/> says otherwise. Completes when the opening is accepted.
    /// </summary>
    /// <param name="userId">The user; not empty.</param>
    /// <param name="options">Which conversation, and what it starts with.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">The user id or the name is empty, or the host has no such bot.</exception>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    /// <exception cref="StateFormatException">The stored conversation is not for this host.</exception>
    public async Task<Conversation> OpenAsync(string userId, OpenOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        options ??= new OpenOptions();
        if (string.IsNullOrEmpty(options.G))
        {
            throw new ArgumentException("A conversation needs a name; without one use \"main\".", nameof(options));
        }

        string botId = options.BotId ?? Processes.Workspace.Bots[0].Id;
        if (Processes.Workspace.Find(botId) is null)
        {
            throw new ArgumentException($"The host has no bot '{botId}'.", nameof(options));
        }

        ProcessIdentity identity = new(ProcessKind.Conversation, ProcessAddress.OfConversation(botId, userId, options.G), botId, userId, options.G);
        MessageFeed feed = new(Processes.Options.MessageBuffer);
        _events.Add(identity.Address, feed);
        EnvelopeDetails details = new()
        {
            Context = ActionTranslation.ToPlain(options.Context.Remove("user")),
            User = ActionTranslation.ToPlain(options.User.Merge(options.Context["user"].AsMap() ?? MapValue.Empty)),
            Completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
        };
        EnvelopeKind kind = options.Connect ? EnvelopeKind.Open : EnvelopeKind.Load;
        await PostAsync(identity.Address, new RegisteredEnvelope(kind, input: null) { Creator = botId, Annex = details }, cancellationToken)
            .ConfigureAwait(false);
        if (kind == EnvelopeKind.Load || Processes.IsDurable)
        {
            await details.Completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new Conversation(this, identity, feed);
    }

    /// <summary>
    /// Sends an event of the host, without sender, to a process that exists. Completes when the event is accepted. To start a conversation with an event,
    /// open it with <see cref="OpenAsync"/> and use <see cref="Conversation.SendEventAsync"/>.
    /// </summary>
    /// <param name="address">A conversation, <c>:master</c> (of the first bot), <c>bot:master</c> or a group, <c>~name</c>.</param>
    /// <param name="name">The event.</param>
    /// <param name="payload">Its data.</param>
    /// <param name="cancellationToken">Ends the waiting, not the event.</param>
    /// <exception cref="UnknownAddressException">There is no such process.</exception>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public async Task SendEventAsync(string address, string name, Value payload = default, CancellationToken cancellationToken = default)
    {
        string to = Resolve(address);
        EventInput input = new(RequireName(name), ActionTranslation.ToPlain(payload), Sender: null, EventOrigin.Host);
        if (!Processes.IsLocal(to))
        {
            Processes.Forward(sender: "", new OutgoingInput(to, input));
            return;
        }

        if (Processes.Find(to)?.State is null)
        {
            await LoadAsync(to, creatorBotId: null, cancellationToken).ConfigureAwait(false);
        }

        await AcceptAsync(to, input, creatorBotId: null, new EnvelopeDetails { Completion = NewCompletion() }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks a process and gives the first reply of the script that handles the event; <c>:timeout</c> when none comes within
    /// <see cref="BotHostOptions.QueryTimeout"/>.
    /// </summary>
    /// <param name="address">As for <see cref="SendEventAsync"/>.</param>
    /// <param name="name">The event.</param>
    /// <param name="payload">Its data.</param>
    /// <param name="cancellationToken">Ends the waiting, not the event.</param>
    /// <exception cref="UnknownAddressException">There is no such process.</exception>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public async Task<Value> QueryAsync(string address, string name, Value payload = default, CancellationToken cancellationToken = default)
    {
        string to = Resolve(address);
        if (Processes.IsLocal(to) && Processes.Find(to)?.State is null)
        {
            await LoadAsync(to, creatorBotId: null, cancellationToken).ConfigureAwait(false);
        }

        return await Processes.HostQueries.AskAsync(to, RequireName(name), ActionTranslation.ToPlain(payload), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Tells an observer everything that leaves a turn, after its commit: in order for each process, at the same time for different ones. An observer is
    /// called within the turn's release and must be quick; an exception of it is logged. Disposing of the result ends it.
    /// </summary>
    public IDisposable Observe(Action<HostEvent> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return _events.Add(observer);
    }

    /// <summary>
    /// Completes when nothing can go on without new input or the clock: no inbox holds an input that its process can take, no turn, commit or external call
    /// runs. Timers may be pending, and queries may wait for a reply or their timeout.
    /// </summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken = default) => Processes.Idle.WhenIdleAsync(cancellationToken);

    /// <summary>Takes an input that another host's <see cref="IProcessRouter"/> has forwarded to this one.</summary>
    /// <exception cref="InvalidOperationException">The host does not run.</exception>
    public void Receive(RoutedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        RequireRunning();
        if (input.Kind == RoutedInputKind.Group)
        {
            Processes.StartGroup(input.To, input.Name, new OpenInput(input.Payload.AsMap() ?? MapValue.Empty), storedId: null);
            return;
        }

        ProcessInput received = input.Kind switch
        {
            RoutedInputKind.Event => new EventInput(input.Name, input.Payload, SenderOf(input), OriginOf(input)),
            RoutedInputKind.Query => new EventInput(
                input.Name, input.Payload, SenderOf(input), OriginOf(input), new QueryReference(input.Sender, input.CallId ?? "")),
            _ => new AnswerInput(input.CallId ?? "", input.Payload),
        };
        Processes.Receive(input.To, received with { Id = input.Id });
    }

    /// <summary>Stops the host, if it runs, and gives up what it holds, also a store that the builder has made for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await Processes.DisposeAsync().ConfigureAwait(false);
        if (_ownsStore && Store is IAsyncDisposable store)
        {
            await store.DisposeAsync().ConfigureAwait(false);
        }

        _lifeLock.Dispose();
    }

    /// <summary>What an input of the host is waited for with: with a durable store its commit, without one nothing.</summary>
    internal TaskCompletionSource? NewCompletion() =>
        Processes.IsDurable ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;

    /// <summary>Puts an input into an inbox and completes when it is accepted.</summary>
    internal async Task AcceptAsync(
        string address, ProcessInput input, string? creatorBotId, EnvelopeDetails details, CancellationToken cancellationToken)
    {
        string? storedId = null;
        if (Processes.IsDurable && Processes.Find(address) is { IsOccupied: true })
        {
            // The process may be busy for long; the store vouches for the input meanwhile.
            storedId = Processes.Ids.Next();
            StateDocument document = new(InputSerializer.Write(new SavedInput(input, creatorBotId, details.Action)));
            await Store.AcceptAsync(new StoredInput(storedId, address, document), cancellationToken).ConfigureAwait(false);
        }

        await PostAsync(address, new RegisteredEnvelope(input) { RegisteredId = storedId, Creator = creatorBotId, Annex = details }, cancellationToken)
            .ConfigureAwait(false);
        if (storedId is null && details.Completion is { } completion)
        {
            await completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Brings a process into memory to be looked at.</summary>
    internal async Task<LoadedProcess> LoadAsync(string address, string? creatorBotId, CancellationToken cancellationToken)
    {
        RequireRunning();
        while (true)
        {
            if (Processes.Find(address)?.Loaded is { } loaded)
            {
                return loaded;
            }

            EnvelopeDetails details = new() { Completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
            Processes.Post(address, new RegisteredEnvelope(EnvelopeKind.Load, input: null) { Creator = creatorBotId, Annex = details });
            await details.Completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PostAsync(string address, Envelope envelope, CancellationToken cancellationToken)
    {
        RequireRunning();
        while (Processes.GetOrAdd(address) is { IsFull: true } full)
        {
            await full.WhenRoomAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            RequireRunning();
        }

        Processes.Post(address, envelope);
    }

    private string Resolve(string address)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        RequireRunning();
        return Processes.Directory.Resolve(address, botId: null, state: null)
            ?? throw new UnknownAddressException($"No process has the address '{address}'.");
    }

    /// <summary>Events of the host itself have no sender (execution model, section 5.1).</summary>
    private static string? SenderOf(RoutedInput input) => OriginOf(input) == EventOrigin.Host ? null : input.Sender;

    private static EventOrigin OriginOf(RoutedInput input) =>
        input.Sender.Length == 0 || HostQueries.IsAsker(input.Sender) ? EventOrigin.Host : EventOrigin.Process;

    private static string RequireName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }

    private void RequireRunning()
    {
        if (!Processes.IsAccepting)
        {
            throw new InvalidOperationException("The host does not run; call StartAsync first, and nothing after StopAsync.");
        }
    }
}
