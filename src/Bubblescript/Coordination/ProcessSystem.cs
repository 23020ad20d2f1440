using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bubblescript.Coordination.Telemetry;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>The processes of a host and what they share: registry, clock, store, users. The engine behind <see cref="BotHost"/>.</summary>
internal sealed partial class ProcessSystem
{
    /// <summary>Enough for one transaction to pay for many turns; more would only wait for it.</summary>
    private const int MostUncommitted = 1_024;

    private readonly ConcurrentDictionary<string, HostedProcess> _processes = new(StringComparer.Ordinal);
    private readonly Func<string, HostedProcess> _create;
    private readonly CancellationTokenSource _stopping = new();
    private readonly EventHub _events;
    private readonly IConversationStore _store;
    private readonly InMemoryStore? _memory;
    private readonly IProcessRouter? _router;
    private readonly IMailSender? _mailSender;
    private readonly ProcessStateSerializer _serializer;
    private volatile bool _isStopping;

    public ProcessSystem(ProcessSystemSettings settings, EventHub events)
    {
        _events = events;
        _store = settings.Store;
        _memory = settings.Store as InMemoryStore;
        _mailSender = settings.MailSender;
        _create = address => new HostedProcess(this, address);
        Options = settings.Options;
        _router = Options.Router;
        Workspace = settings.Workspace;
        RunTurn = settings.RunTurn;
        Time = settings.Time;
        Limits = settings.Limits;
        Turns = Options.Scheduler is { } given ? new CountingTurnScheduler(given, Idle) : new ThreadPoolTurnScheduler(Idle);
        Gate = IsDurable ? new CommitGate(MostUncommitted, process => Turns.Schedule(process)) : null;
        Directory = new AddressDirectory(Workspace, _processes.ContainsKey);
        TurnSettings = settings.Turns with { Clock = Time, IsInboxFull = IsInboxFull };
        _serializer = new ProcessStateSerializer(Workspace);
        Users = new UserDirectory(_store, events);
        Commits = new CommitBuilder(_store, _serializer, Time, Ids.Next(), CancellationToken.None);
        Loader = new ProcessLoader(_store, _serializer, Users, Workspace, events, settings.NewSeed);
        Calls = new ExternalCalls(settings.CallHandlers, Idle, _stopping.Token);
        HostQueries = new HostQueries(this);
        Timers = new TimerScheduler(Time, Turns, Fire);
        Telemetry = settings.Telemetry;
        Telemetry.Watch(() => _processes.Select(static entry => entry.Value));
    }

    public BotHostOptions Options { get; }

    public Workspace Workspace { get; }

    public TurnRunner RunTurn { get; }

    public TimeProvider Time { get; }

    public ExecutionLimits Limits { get; }

    public ITurnScheduler Turns { get; private set; }

    /// <summary>How many processes may have a turn that is not stored yet; null when nothing is stored turn by turn.</summary>
    public CommitGate? Gate { get; }

    public IdleTracker Idle { get; } = new();

    public IdSource Ids { get; } = new();

    public TimerScheduler Timers { get; }

    public AddressDirectory Directory { get; }

    public UserDirectory Users { get; }

    public CommitBuilder Commits { get; }

    public ProcessLoader Loader { get; }

    public ExternalCalls Calls { get; }

    public HostTelemetry Telemetry { get; }

    /// <summary>The queries of the host itself.</summary>
    public HostQueries HostQueries { get; }

    /// <summary>What all turns know of the world.</summary>
    public TurnSettings TurnSettings { get; }

    /// <summary>Whether every turn is committed to the store.</summary>
    public bool IsDurable => _memory is null;

    public bool IsStopping => _isStopping;

    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Whether other hosts run a part of the processes.</summary>
    public bool IsDistributed => _router is not null;

    public bool HasObservers => _events.HasObservers;

    /// <summary>How many processes are in memory.</summary>
    public int Count => _processes.Count;

    public HostedProcess GetOrAdd(string address) => _processes.GetOrAdd(address, _create);

    public HostedProcess? Find(string address) => _processes.GetValueOrDefault(address);

    public void Remove(HostedProcess process) => _processes.TryRemove(KeyValuePair.Create(process.Address, process));

    /// <summary>Puts something into the mailbox of an address, whose process is brought into memory if need be.</summary>
    public void Post(string address, Envelope envelope)
    {
        while (true)
        {
            HostedProcess process = GetOrAdd(address);
            if (process.TryPost(envelope))
            {
                return;
            }

            // It has left the memory and is about to leave the registry too.
            Remove(process);
        }
    }

    /// <summary>Sends what a script sends to another process.</summary>
    public void Send(string sender, in OutgoingInput outgoing)
    {
        if (!IsLocal(outgoing.To))
        {
            Forward(sender, outgoing);
            return;
        }

        Envelope envelope = outgoing.StoredId is null && outgoing.CreatorBotId is null
            ? new Envelope(outgoing.Input!)
            : new RegisteredEnvelope(outgoing.Input!) { RegisteredId = outgoing.StoredId, Creator = outgoing.CreatorBotId };
        Send(sender, GetOrAdd(outgoing.To), envelope);
    }

    /// <summary>Puts an event of a script into the inbox of a process, unless that is full.</summary>
    public void Send(string sender, HostedProcess receiver, Envelope envelope)
    {
        if (receiver.IsFull)
        {
            Refuse(receiver.Address, envelope, $"the inbox is full: {Limits.Inbox} inputs wait", refusal: null);
            PublishInboxError(sender, receiver.Address);
        }
        else if (!receiver.TryPost(envelope))
        {
            Remove(receiver);
            Post(receiver.Address, envelope);
        }
    }

    /// <summary>Brings a reply to the process that waits for it; replies that come late go nowhere.</summary>
    public void Reply(in OutgoingInput outgoing)
    {
        if (!IsLocal(outgoing.To))
        {
            Forward(sender: "", outgoing);
            return;
        }

        AnswerInput answer = (AnswerInput)outgoing.Input!;
        if (HostQueries.TryReply(outgoing.To, answer))
        {
            return;
        }

        Envelope envelope = outgoing.StoredId is null ? new Envelope(answer) : new RegisteredEnvelope(answer) { RegisteredId = outgoing.StoredId };
        HostedProcess? asker = Find(outgoing.To);

        // Who is not in memory has no clock running for its query; it looks at the answer itself.
        if (asker?.State is not null && !asker.TryClaimReply(answer.CallId))
        {
            Discard(envelope);
        }
        else if (asker?.TryPost(envelope) != true)
        {
            Post(outgoing.To, envelope);
        }
    }

    /// <summary>Whether this host runs the process of an address.</summary>
    public bool IsLocal(string address) => _router?.IsLocal(address) ?? true;

    /// <summary>Sends an input to the host that runs its receiver.</summary>
    public void Forward(string sender, in OutgoingInput outgoing)
    {
        IProcessRouter router = _router!;
        string id = outgoing.StoredId ?? Ids.Next();
        switch (outgoing.Input)
        {
            case EventInput { Query: { } query } asked:
                router.Forward(new RoutedInput(id, RoutedInputKind.Query, sender, outgoing.To, asked.Name, asked.Payload, query.CallId));
                break;
            case EventInput sent:
                router.Forward(new RoutedInput(id, RoutedInputKind.Event, sender, outgoing.To, sent.Name, sent.Payload, CallId: null));
                break;
            case AnswerInput answer:
                router.Forward(new RoutedInput(id, RoutedInputKind.Reply, sender, outgoing.To, "", answer.Result, answer.CallId));
                break;
            case OpenInput open:
                router.Forward(new RoutedInput(id, RoutedInputKind.Group, sender, outgoing.To, outgoing.CreatorBotId ?? "", open.Variables, CallId: null));
                break;
            default:
                throw new InvalidOperationException($"An input of the type {outgoing.Input?.GetType().Name} does not travel between hosts.");
        }

        if (outgoing.StoredId is not null)
        {
            Track(DiscardAsync(id));
        }
    }

    /// <summary>Takes an input from another host.</summary>
    public void Receive(string address, ProcessInput input)
    {
        if (input is AnswerInput)
        {
            Reply(new OutgoingInput(address, input));
        }
        else if (Directory.Resolve(address, botId: null, state: null) is { } to)
        {
            Post(to, new Envelope(input));
        }
        else
        {
            Refuse(address, new Envelope(input), "there is no process with this address", refusal: null);
        }
    }

    /// <summary>Starts a group unless it exists; without group script nothing happens.</summary>
    public void StartGroup(string group, string botId, OpenInput open, string? storedId)
    {
        if (Directory.FindGroupBot(botId, state: null) is not { } groupBot)
        {
            return;
        }

        if (!IsLocal(group))
        {
            Forward(sender: "", new OutgoingInput(group, open) { StoredId = storedId, CreatorBotId = groupBot });
        }
        else
        {
            Post(group, new RegisteredEnvelope(open) { RegisteredId = storedId, Creator = groupBot });
        }
    }

    /// <summary>Forgets an input that no process takes.</summary>
    public void Discard(Envelope envelope)
    {
        if (envelope.StoredId is { } id)
        {
            Track(DiscardAsync(id));
        }
    }

    /// <summary>Tells everybody concerned that an input cannot be delivered.</summary>
    public void Refuse(string address, Envelope envelope, string reason, Exception? refusal)
    {
        EventInput? refused = envelope.Input as EventInput;
        if (envelope.Kind is EnvelopeKind.Input or EnvelopeKind.Open)
        {
            Publish(new InputDropped(address, refused?.Sender, refused?.Name ?? envelope.Input?.GetType().Name ?? "open", reason));
        }

        envelope.Details?.Completion?.TrySetException(refusal ?? new UnknownAddressException($"No process has the address '{address}'."));

        // What another host can still read stays where it is.
        if (refusal is null)
        {
            Discard(envelope);
        }
    }

    public void Publish(HostEvent happened) => _events.Publish(happened);

    public void PublishMessage(string address, ChatMessage message) => _events.PublishMessage(address, message);

    public void AppendHistory(string address, ImmutableArray<ChatMessage> messages)
    {
        if (!messages.IsEmpty)
        {
            _memory!.AppendMessages(address, messages);
        }
    }

    public void SendMail(string address, MailMessage mail)
    {
        Publish(new MailRequested(address, mail));
        if (_mailSender is { } sender)
        {
            Track(SendMailAsync(sender, address, mail));
        }
    }

    /// <summary>Whether an event would find the inbox of its receiver full.</summary>
    private bool IsInboxFull(string to, string botId) =>
        Find(string.Equals(to, PlatformAddresses.OwnMaster, StringComparison.Ordinal) ? ProcessAddress.OfMaster(botId) : to) is { IsFull: true };

    private void PublishInboxError(string sender, string receiver) => Publish(new ScriptError(
        sender, new ScriptErrorInfo($"the inbox of {receiver} is full: {Limits.Inbox} inputs wait; the event was dropped", null, 0, 0, null)));

    private void Fire(string address) => Post(address, new Envelope(EnvelopeKind.Timers, input: null));

    private async Task DiscardAsync(string id)
    {
        try
        {
            await _store.DiscardAsync(id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException exception)
        {
            // The input is delivered again after a restart and then recognised as needless again.
            Publish(new StoreFailed("", Attempt: 1, exception));
        }
    }

    private async Task SendMailAsync(IMailSender sender, string address, MailMessage mail)
    {
        try
        {
            await sender.SendAsync(address, mail, _stopping.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The script has gone on; only the host can do something about its mail server.
            Publish(new HostFault(address, $"A message to {mail.To} could not be sent: {exception.Message}", exception));
        }
    }

    /// <summary>Counts work that goes on beside the turns, so that an idle host is really idle.</summary>
    private void Track(Task work)
    {
        if (!work.IsCompleted)
        {
            Idle.Enter();
            _ = work.ContinueWith(
                static (_, idle) => ((IdleTracker)idle!).Exit(),
                Idle,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
