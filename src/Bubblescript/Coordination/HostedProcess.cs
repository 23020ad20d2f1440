using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>
/// A process in memory: its mailbox, its state and the one turn at a time that works on it. While nothing is to be done it is an object without thread,
/// timer or task. Senders push onto a lock-free stack; whoever runs the process takes all of it and turns it round.
/// </summary>
internal sealed partial class HostedProcess : IGatedWork
{
    private const int InputsPerRun = 64;
    private const long MillisecondsPerRun = 1;

    /// <summary>Marks the mailbox of a process that has left the memory.</summary>
    private static readonly Envelope Closed = new(EnvelopeKind.Load, input: null);

    private readonly ProcessSystem _system;
    private Envelope? _incoming;
    private Envelope? _first;
    private Envelope? _last;
    private Envelope? _answers;
    private int _waiting;
    private int _isScheduled;
    private ProcessStage _stage;
    private bool _isTimerDue;
    private bool _isPassivationDue;
    private volatile bool _isActive;
    private bool _hasWokenOthers;
    private LoadedProcess? _loaded;
    private MapValue _context = MapValue.Empty;

    /// <summary>The query that the process waits for, until its answer is on its way.</summary>
    private PendingCall? _query;
    private long _queryDueTicks;

    /// <summary>When the clock looks at the query; 0 when it does not.</summary>
    private long _watchTicks;
    private Queue<string>? _dueTimers;
    private long _armedTicks = long.MaxValue;

    public HostedProcess(ProcessSystem system, string address)
    {
        _system = system;
        Address = address;
    }

    public string Address { get; }

    /// <summary>The state after the last commit; null until the process is loaded.</summary>
    public ProcessState? State => Volatile.Read(ref _loaded)?.State;

    public LoadedProcess? Loaded => Volatile.Read(ref _loaded);

    /// <summary>Whether the process has worked on an input since this was last asked.</summary>
    public bool TakeActivity()
    {
        bool wasActive = _isActive;
        _isActive = false;
        return wasActive;
    }

    /// <summary>How many inputs wait in the inbox.</summary>
    public int InboxLength => (Volatile.Read(ref _incoming)?.Depth ?? 0) + Volatile.Read(ref _waiting);

    /// <summary>Whether the inbox holds as many inputs as it may.</summary>
    public bool IsFull => InboxLength >= _system.Limits.Inbox;

    /// <summary>Whether an input would have to wait before it is worked on.</summary>
    public bool IsOccupied => Volatile.Read(ref _isScheduled) != 0 || Volatile.Read(ref _waiting) > 0 || State?.PendingCall is not null;

    /// <summary>Puts something into the mailbox; false when the process has left the memory, so that the sender has to find it again.</summary>
    public bool TryPost(Envelope envelope)
    {
        Envelope? head = Volatile.Read(ref _incoming);
        while (true)
        {
            if (ReferenceEquals(head, Closed))
            {
                return false;
            }

            envelope.Next = head;
            envelope.Depth = (head?.Depth ?? 0) + 1;
            Envelope? seen = Interlocked.CompareExchange(ref _incoming, envelope, head);
            if (ReferenceEquals(seen, head))
            {
                break;
            }

            head = seen;
        }

        if (Volatile.Read(ref _isScheduled) == 0 && Interlocked.CompareExchange(ref _isScheduled, 1, 0) == 0)
        {
            _system.Turns.Schedule(this);
        }

        return true;
    }

    /// <summary>Runs a few inputs. Never runs on two threads at once.</summary>
    public void Execute()
    {
        int handled = 0;
        long started = 0;
        _hasWokenOthers = false;
        while (TryGetReady())
        {
            if ((_hasWokenOthers || handled >= InputsPerRun || (handled > 0 && IsTimeUp(ref started))) && HasMore())
            {
                // Others have their turn; above all, whom this process has woken must not wait for its next one.
                LeaveGate();
                _system.Turns.Schedule(this);
                return;
            }

            if (!TryEnterGate())
            {
                return;
            }

            Envelope? next = Take();
            if (next is null ? TryLeave() : !TryHandle(next))
            {
                return;
            }

            handled += next is null ? 0 : 1;
        }
    }

    /// <summary>Whether the process is in memory and its last turn is stored; else it waits for the store, is gone, or the host stops.</summary>
    private bool TryGetReady()
    {
        if (_stage == ProcessStage.Committing && !TryFinishCommit())
        {
            return false;
        }

        if (_system.IsStopping)
        {
            // The process stays as it is, marked as scheduled so that nothing runs it any more.
            return false;
        }

        while (_stage is ProcessStage.Unloaded or ProcessStage.Loading)
        {
            if (TryLoad() is LoadOutcome.Waits or LoadOutcome.Gone)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a run has lasted long enough; its time is counted from its second input, as many runs have but one.</summary>
    private static bool IsTimeUp(ref long started)
    {
        long now = Environment.TickCount64;
        started = started == 0 ? now : started;
        return now - started > MillisecondsPerRun;
    }

    /// <summary>Whether there is something that the process can work on now.</summary>
    private bool HasMore()
    {
        Drain();
        return _answers is not null
            || (_loaded!.State.PendingCall is null && (_first is not null || _isTimerDue || _dueTimers is not null));
    }

    /// <summary>Takes what has arrived and gives the next input that the process can work on now; null when there is none.</summary>
    private Envelope? Take()
    {
        Drain();
        ProcessState state = _loaded!.State;
        if (state.PendingCall is { } call)
        {
            return TakeAnswer(call.Id);
        }

        DropAnswers();
        if (TakeTimer() is { } timer)
        {
            return timer;
        }

        Envelope? next = _first;
        if (next is not null)
        {
            _first = next.Next;
            _last = _first is null ? null : _last;
            next.Next = null;
            Volatile.Write(ref _waiting, _waiting - 1);
            AdmitWaiter();
        }

        return next;
    }

    private Envelope? TakeTimer()
    {
        if (_isTimerDue)
        {
            _isTimerDue = false;
            _armedTicks = long.MaxValue;
            CollectDueTimers();
        }

        if (_dueTimers is not { } due)
        {
            return null;
        }

        Envelope next = new(new TimerInput(due.Dequeue()));
        _dueTimers = due.Count == 0 ? null : due;
        return next;
    }

    private void CollectDueTimers()
    {
        DateTimeOffset now = _system.Time.GetUtcNow();
        ProcessState state = _loaded!.State;

        // Stable: timers that are due at the same time fire in the order of their creation.
        Queue<string> due = new(state.Timers.Where(timer => timer.Due <= now).OrderBy(static timer => timer.Due).Select(static timer => timer.Id));
        if (due.Count > 0)
        {
            _dueTimers = due;
        }
        else
        {
            ArmTimers(state);
        }
    }

    private void ArmTimers(ProcessState state)
    {
        if (state.Timers.IsEmpty || _dueTimers is not null)
        {
            return;
        }

        long due = state.NextDue!.Value.UtcTicks;
        if (due < _armedTicks)
        {
            _armedTicks = due;
            _system.Timers.Add(Address, due);
        }
    }

    private void Drain()
    {
        if (Volatile.Read(ref _incoming) is null)
        {
            return;
        }

        Envelope? arrived = Interlocked.Exchange(ref _incoming, null);
        Envelope? inOrder = null;
        while (arrived is not null)
        {
            Envelope? next = arrived.Next;
            arrived.Next = inOrder;
            inOrder = arrived;
            arrived = next;
        }

        while (inOrder is not null)
        {
            Envelope? next = inOrder.Next;
            inOrder.Next = null;
            Sort(inOrder);
            inOrder = next;
        }
    }

    private void Sort(Envelope envelope)
    {
        switch (envelope.Kind)
        {
            case EnvelopeKind.Timers:
                _isTimerDue = true;
                break;
            case EnvelopeKind.Passivate:
                _isPassivationDue = true;
                break;
            case EnvelopeKind.Load when _stage == ProcessStage.Ready:
                Welcome(envelope);
                break;
            case EnvelopeKind.Input when envelope.Input is AnswerInput:
                Append(ref _answers, envelope);
                break;
            default:
                if (_last is null)
                {
                    _first = envelope;
                }
                else
                {
                    _last.Next = envelope;
                }

                _last = envelope;
                Volatile.Write(ref _waiting, _waiting + 1);
                break;
        }
    }

    private static void Append(ref Envelope? list, Envelope envelope)
    {
        if (list is null)
        {
            list = envelope;
            return;
        }

        Envelope last = list;
        while (last.Next is { } next)
        {
            last = next;
        }

        last.Next = envelope;
    }

    private Envelope? TakeAnswer(string callId)
    {
        while (_answers is { } answer)
        {
            _answers = answer.Next;
            answer.Next = null;
            if (string.Equals(((AnswerInput)answer.Input!).CallId, callId, StringComparison.Ordinal))
            {
                _query = null;
                return answer;
            }

            _system.Discard(answer);
        }

        return null;
    }

    private void DropAnswers()
    {
        while (_answers is { } answer)
        {
            _answers = answer.Next;
            _system.Discard(answer);
        }
    }

    /// <summary>Stops running because nothing can be done; false when something has arrived meanwhile.</summary>
    private bool TryLeave()
    {
        LeaveGate();
        if (_isPassivationDue)
        {
            _isPassivationDue = false;
            if (TryPassivate())
            {
                return true;
            }
        }

        Interlocked.Exchange(ref _isScheduled, 0);
        if (Volatile.Read(ref _incoming) is not null && Interlocked.CompareExchange(ref _isScheduled, 1, 0) == 0)
        {
            return false;
        }

        return true;
    }
}
