namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>What the inputs do (execution model, sections 3 to 5).</summary>
internal sealed partial class ConversationModel
{
    public void Open()
    {
        CutTo(0);
        _timers.Clear();
        _used.Clear();
        _isOpen = true;
        _isInitialized = false;
        _flag = false;
        _resets = 0;
        _answer = null;
        Begin();
        RestartSession();
        Initialize();
        TryPush(Find("__main__"));
        Run();
    }

    public void Message(string text)
    {
        if (!TryBeginByUser())
        {
            return;
        }

        if (_stack.LastOrDefault() is { Wait: { } wait } top)
        {
            if (wait.Kind == StatementKind.Ask && (!wait.IsChoice || text == "a"))
            {
                Accept(top, text);
                Run();
                return;
            }

            _answer = wait.Kind == StatementKind.Prompt ? text : _answer;
        }

        Handle(Find(dialog => dialog.Trigger == text || dialog.Label == text) ?? Find("__unknown__"));
    }

    public void Location()
    {
        if (TryBeginByUser())
        {
            Handle(Find("__unknown_location__"));
        }
    }

    public void Connect()
    {
        if (_isOpen && _isAsleep)
        {
            Begin();
            if (!IsUsedUpByResuming())
            {
                RepeatPending();
            }

            return;
        }

        if (!_isOpen)
        {
            Open();
        }

        Event("$connect", isFromClient: true);
    }

    public void Event(string name, bool isFromClient)
    {
        Begin();
        if (!_isOpen)
        {
            return;
        }

        if (isFromClient)
        {
            RestartSession();
        }

        Initialize();
        if (_stack.LastOrDefault() is { Wait: { Kind: StatementKind.Await } wait } top && wait.Text == name)
        {
            EndWait(top);
            Run();
            return;
        }

        bool hasTask = script.EventTasks.Contains(name);
        if (hasTask)
        {
            Say("bot log: task " + name);
        }

        ModelDialog? dialog = Find(dialog => dialog.Event == name) ?? (hasTask || name.StartsWith('$') ? null : Find("__unknown_event__"));
        if (dialog is not null)
        {
            Handle(dialog);
        }
    }

    public void MoveClock(int seconds)
    {
        int end = _now + seconds;
        while (_isOpen && _timers.Where(timer => timer.Due <= end).MinBy(static timer => (timer.Due, timer.Order)) is { } timer)
        {
            _timers.Remove(timer);
            _now = timer.Due;
            Fire(timer);
        }

        _now = end;
    }

    private void Begin()
    {
        _isRootDue = false;
        _isCut = false;
        _hasFailedTwice = false;
    }

    private void Initialize()
    {
        if (!_isInitialized)
        {
            Say("bot log: init");
        }

        _isInitialized = true;
    }

    /// <summary>False when the input of a user is used up by opening or resuming the conversation.</summary>
    private bool TryBeginByUser()
    {
        if (!_isOpen)
        {
            Open();
            return false;
        }

        Begin();
        if (_isAsleep && IsUsedUpByResuming())
        {
            return false;
        }

        RestartSession();
        return true;
    }

    private void Handle(ModelDialog? dialog)
    {
        Interrupt();
        TryPush(dialog);
        Run();
    }

    private bool IsUsedUpByResuming()
    {
        _isAsleep = false;
        RestartSession();
        Initialize();
        int below = _stack.Count;
        if (!TryPush(Find("__resume__")))
        {
            return false;
        }

        _base = below;
        _isResuming = true;
        Run();
        _base = 0;
        _isResuming = false;
        _isRootDue = false;
        below = _isCut ? 0 : below;
        if (!_isOpen || _hasFailedTwice || _stack.Count <= below)
        {
            return !_isOpen || _hasFailedTwice;
        }

        if (below > 0 && _stack[below - 1] is { Wait: not null } pending)
        {
            pending.IsInterrupted = true;
            pending.HasReturned = true;
        }

        return true;
    }

    private void RepeatPending()
    {
        if (_stack.LastOrDefault() is { Wait.Kind: StatementKind.Ask or StatementKind.Prompt } pending)
        {
            pending.IsInterrupted = true;
            pending.HasReturned = true;
        }

        _isRootDue = _stack.Count == 0;
        Run();
    }

    private void Fire(ModelTimer timer)
    {
        Begin();
        if (timer.Event is { } name)
        {
            Event(name, isFromClient: false);
        }
        else if (timer.Frame is { } frame)
        {
            Initialize();
            frame.HasTimedOut = true;
            if (ReferenceEquals(_stack[^1], frame))
            {
                Expire(frame);
                Run();
            }
        }
        else
        {
            EndSession();
        }
    }

    private void EndSession()
    {
        _isAsleep = true;
        _isInitialized = false;
        _base = _stack.Count;
        _isWaitingForbidden = true;
        if (TryPush(Find("__timeout__")))
        {
            Run();
        }

        if (!_isCut && _stack.LastOrDefault() is { } waiting)
        {
            waiting.IsInterrupted = false;
        }

        _base = 0;
        _isWaitingForbidden = false;
        _isRootDue = false;
    }
}
