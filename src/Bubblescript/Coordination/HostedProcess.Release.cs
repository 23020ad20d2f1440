using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>What leaves a turn after its commit, in the order in which the script did it.</summary>
internal sealed partial class HostedProcess
{
    private void Release(in FinishedTurn finished)
    {
        if (!_system.IsDurable)
        {
            _system.AppendHistory(Address, History.Of(finished));
        }

        if (finished.Envelope.Details?.Action is { } action)
        {
            _system.Publish(new UserActed(Address, action));
        }

        ReadOnlySpan<Effect> effects = finished.Effects.AsSpan();
        if (_system.IsDurable)
        {
            for (int i = 0; i < effects.Length; i++)
            {
                Release(effects[i], finished.Outgoing[i]);
            }

            return;
        }

        foreach (Effect effect in effects)
        {
            if (!TryReleaseAtOnce(effect))
            {
                Release(effect, Route(effect, finished.State));
            }
        }
    }

    /// <summary>The short way for events and queries to processes in memory, which nothing has to be stored of.</summary>
    private bool TryReleaseAtOnce(Effect effect) => effect switch
    {
        EmitEffect emit => TrySendAtOnce(emit),
        CallEffect { Call: { Request: QueryRequest question } call } => TryAskAtOnce(call, question),
        _ => false,
    };

    private bool TryAskAtOnce(PendingCall call, QueryRequest question)
    {
        if (_system.IsDistributed || _system.Find(question.To) is not { } asked || ReferenceEquals(asked, this))
        {
            return false;
        }

        BeginCall(call, isRepeated: false);
        _system.Send(Address, asked, new Envelope(ToEvent(call, question)));
        _hasWokenOthers = true;
        return true;
    }

    private bool TrySendAtOnce(EmitEffect emit)
    {
        if (_system.IsDistributed || _system.Find(emit.To) is not { } receiver)
        {
            return false;
        }

        if (_system.HasObservers)
        {
            _system.Publish(new EmitSent(Address, emit.To, emit.Name, emit.Payload));
        }

        _system.Send(Address, receiver, new Envelope(new EventInput(emit.Name, emit.Payload, Address, EventOrigin.Process)));
        _hasWokenOthers = true;
        return true;
    }

    private void Release(Effect effect, in OutgoingInput outgoing)
    {
        switch (effect)
        {
            case MessageEffect message:
                _system.PublishMessage(Address, message.Message);
                break;
            case EmitEffect emit:
                ReleaseEmit(emit, outgoing);
                break;
            case ReplyEffect:
                _system.Reply(outgoing);
                _hasWokenOthers = true;
                break;
            case SpawnGroupEffect spawn:
                ReleaseSpawn(spawn, outgoing);
                break;
            case CallEffect call:
                ReleaseCall(call.Call, outgoing);
                break;
            case MailEffect mail:
                _system.SendMail(Address, new MailMessage(mail.Type, mail.To, mail.Subject, mail.Body, mail.Options));
                break;
            case RememberEffect remember:
                _system.Publish(new UserRemembered(Address, remember.IsUser, remember.Remembered));
                break;
            case LogEffect log:
                _system.Publish(new ScriptLog(Address, log.Text, log.IsWarning));
                break;
            case ErrorEffect error:
                _system.Publish(new ScriptError(Address, new ScriptErrorInfo(error.Message, error.File, error.Line, error.Column, error.Dialog)));
                break;
            case ClosedEffect:
                _system.Publish(new ConversationClosed(Address));
                break;
        }
    }

    private void ReleaseEmit(EmitEffect emit, in OutgoingInput outgoing)
    {
        if (_system.HasObservers)
        {
            _system.Publish(new EmitSent(Address, outgoing.To, emit.Name, emit.Payload));
        }

        if (outgoing.Input is not null)
        {
            _system.Send(Address, outgoing);
            _hasWokenOthers = true;
        }
        else if (!string.Equals(emit.To, PlatformAddresses.Page, StringComparison.Ordinal))
        {
            _system.Publish(new InputDropped(emit.To, Address, emit.Name, "there is no process with this address"));
        }
    }

    private void ReleaseSpawn(SpawnGroupEffect spawn, in OutgoingInput outgoing)
    {
        if (outgoing.Input is null)
        {
            _system.Publish(new InputDropped(spawn.GroupId, Address, "spawn_group", "the bot has no group script"));
            return;
        }

        _system.Send(Address, outgoing);
        _hasWokenOthers = true;
    }

    private void ReleaseCall(PendingCall call, in OutgoingInput outgoing)
    {
        BeginCall(call, isRepeated: false);
        if (call.Request is QueryRequest && outgoing.Input is not null && !string.Equals(outgoing.To, Address, StringComparison.Ordinal))
        {
            // A query to nobody or to oneself finds no answer: the clock ends it like any other.
            _system.Send(Address, outgoing);
            _hasWokenOthers = true;
        }
    }

    /// <summary>Lets the answer to a call come: queries by the other process or the clock, others by the host.</summary>
    private void BeginCall(PendingCall call, bool isRepeated)
    {
        if (call.Request is QueryRequest)
        {
            DateTimeOffset due = isRepeated ? DueOfRepeated(call) : _system.Time.GetUtcNow() + _system.Options.QueryTimeout;
            Watch(call, due.UtcTicks);
        }
        else
        {
            _system.Calls.Begin(this, call, isRepeated);
        }
    }

    /// <summary>
    /// Lets the clock end a query. The clock watches over a process, not over each of its queries: most of them are answered long before it looks, and
    /// setting a clock for each would cost more than they do. A watch that comes up looks at whatever query waits then.
    /// </summary>
    private void Watch(PendingCall query, long dueTicks)
    {
        // Whoever sees the query also sees when it is due, or when a later one is.
        Volatile.Write(ref _queryDueTicks, dueTicks);
        Volatile.Write(ref _query, query);

        // Either the clock, which has just ended the watch, sees the query, or this sees that the watch has ended.
        Interlocked.MemoryBarrier();
        long watch = Volatile.Read(ref _watchTicks);
        if (watch == 0 || watch > dueTicks)
        {
            Volatile.Write(ref _watchTicks, dueTicks);
            _system.Timers.Watch(this, dueTicks);
        }
    }

    /// <summary>Ends a watch that has come up and gives the query that waits; null when none does or another watch looks after it.</summary>
    /// <param name="watchTicks">When the watch was due.</param>
    /// <param name="dueTicks">When the query is due, if it is not answered before.</param>
    public PendingCall? EndWatch(long watchTicks, out long dueTicks)
    {
        PendingCall? query = Interlocked.CompareExchange(ref _watchTicks, 0, watchTicks) == watchTicks ? Volatile.Read(ref _query) : null;
        dueTicks = Volatile.Read(ref _queryDueTicks);
        return query;
    }

    /// <summary>Begins a watch again for a query that was asked after the last one began; false when another watch has begun by now.</summary>
    public bool TryBeginWatch(long dueTicks) => Interlocked.CompareExchange(ref _watchTicks, dueTicks, 0) == 0;

    /// <summary>
    /// When a query ends that was asked before the process was loaded: the question is still in the other inbox, or was handled without reply, and in both
    /// cases the clock decides. A deadline that passed without a host does not count against who is asked.
    /// </summary>
    private DateTimeOffset DueOfRepeated(PendingCall call)
    {
        DateTimeOffset now = _system.Time.GetUtcNow();
        DateTimeOffset? asked = State?.Bots[call.BotIndex].Frames[^1].Replay?.Time;
        return asked + _system.Options.QueryTimeout is { } due && due > now ? due : now + _system.Options.QueryTimeout;
    }

    /// <summary>Gives the process the answer to its call, unless it waits for another one by now.</summary>
    public void Answer(string callId, Value result, string? error = null) =>
        _system.Post(Address, new Envelope(new AnswerInput(callId, result, error)));

    /// <summary>Whether a query still waits for its answer; true for the first caller only, who has to give it.</summary>
    public bool TryClaim(PendingCall query) => ReferenceEquals(Interlocked.CompareExchange(ref _query, null, query), query);

    /// <summary>Whether a reply to a call comes before its timeout; true for one caller only.</summary>
    public bool TryClaimReply(string callId) =>
        Volatile.Read(ref _query) is { } query && string.Equals(query.Id, callId, StringComparison.Ordinal) && TryClaim(query);

    private ImmutableArray<OutgoingInput> RouteAll(ImmutableArray<Effect> effects, LoadedProcess loaded)
    {
        if (effects.IsEmpty)
        {
            return [];
        }

        OutgoingInput[] routed = new OutgoingInput[effects.Length];
        for (int i = 0; i < routed.Length; i++)
        {
            OutgoingInput outgoing = Route(effects[i], loaded.State);
            string? id = outgoing.Input is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Address}#{loaded.Version}.{i}");
            routed[i] = outgoing with { StoredId = id };
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(routed);
    }

    private OutgoingInput Route(Effect effect, ProcessState state)
    {
        switch (effect)
        {
            case EmitEffect emit:
                return _system.Directory.Resolve(emit.To, emit.BotId, state) is { } to
                    ? new OutgoingInput(to, new EventInput(emit.Name, emit.Payload, Address, EventOrigin.Process))
                    : new OutgoingInput(emit.To, null);
            case ReplyEffect reply:
                return new OutgoingInput(reply.Query.Asker, new AnswerInput(reply.Query.CallId, reply.Value));
            case SpawnGroupEffect spawn:
                return _system.Directory.FindGroupBot(spawn.BotId, state) is { } groupBot
                    ? new OutgoingInput(spawn.GroupId, new OpenInput(spawn.Variables)) { CreatorBotId = groupBot }
                    : new OutgoingInput(spawn.GroupId, null);
            case CallEffect { Call: { Request: QueryRequest question } call }:
                return RouteQuery(call, question, state);
            default:
                return default;
        }
    }

    private OutgoingInput RouteQuery(PendingCall call, QueryRequest question, ProcessState state)
    {
        string? botId = call.BotIndex < state.Bots.Length ? state.Bots[call.BotIndex].BotId : null;
        return _system.Directory.Resolve(question.To, botId, state) is { } address && !string.Equals(address, Address, StringComparison.Ordinal)
            ? new OutgoingInput(address, ToEvent(call, question))
            : new OutgoingInput(question.To, null);
    }

    private EventInput ToEvent(PendingCall call, QueryRequest question) =>
        new(question.Name, question.Content, Address, EventOrigin.Process, new QueryReference(Address, call.Id));
}
