namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>
/// What a conversation must do, written from the execution model alone and as plainly as it reads there: a list of frames and a list of timers, without
/// saved states, copies and procedures. It says what happens as lines of a transcript.
/// </summary>
internal sealed partial class ConversationModel(ModelScript script)
{
    private const int SessionSeconds = 900;
    private const int MostFrames = 60;
    private const int MostSteps = 2000;

    private static readonly ModelDialog DefaultError = MakeDefaultError();

    private readonly List<ModelFrame> _stack = [];
    private readonly List<ModelTimer> _timers = [];
    private readonly HashSet<object> _used = new(ReferenceEqualityComparer.Instance);
    private List<string> _lines = [];
    private bool _isOpen;
    private bool _isAsleep;
    private bool _isInitialized;
    private bool _flag;
    private int _resets;
    private string? _answer;
    private int _now;
    private int _order;

    /// <summary>How many frames lie below what the runtime runs for itself: <c>__resume__</c>, <c>__timeout__</c>.</summary>
    private int _base;

    /// <summary>Whether something that the runtime runs for itself has been cut off by a statement.</summary>
    private bool _isCut;
    private bool _isResuming;
    private bool _isClosing;
    private bool _isWaitingForbidden;
    private bool _isRootDue;
    private bool _hasFailedTwice;

    public bool IsOpen => _isOpen;

    /// <summary>The open dialogs, topmost first.</summary>
    public IEnumerable<string> Stack => Enumerable.Reverse(_stack).Select(static frame => frame.Dialog.DisplayName);

    /// <summary>What has happened since the last call.</summary>
    public IReadOnlyList<string> TakeLines()
    {
        List<string> lines = _lines;
        _lines = [];
        return lines;
    }

    private static ModelDialog MakeDefaultError()
    {
        ModelDialog dialog = new() { Name = "__error__" };
        dialog.Code.AddRange(
        [
            new ModelStatement(StatementKind.Tag, "error"),
            new ModelStatement(StatementKind.Say, "Oops, that went wrong!"),
            new ModelStatement(StatementKind.Ask, ""),
            new ModelStatement(StatementKind.Restart),
        ]);
        return dialog;
    }

    private bool IsMet(ModelDialog dialog) => dialog.Guard is not { } guard || guard == _flag;

    /// <summary>Resolution order: the inner dialogs of the frames from the top, then the top level.</summary>
    private IEnumerable<ModelDialog> InOrder() => Enumerable.Reverse(_stack).SelectMany(static frame => frame.Dialog.Inner).Concat(script.Dialogs);

    private ModelDialog? Find(Func<ModelDialog, bool> matches) => InOrder().FirstOrDefault(dialog => matches(dialog) && IsMet(dialog));

    private ModelDialog? Find(string name) => Find(dialog => dialog.Name == name);

    private void Say(string line) => _lines.Add(line);

    private bool TryPush(ModelDialog? dialog)
    {
        if (dialog is null)
        {
            return false;
        }

        _stack.Add(_stack.Count < MostFrames ? new ModelFrame(dialog) : throw new EndlessConversationException());
        return true;
    }

    private void Interrupt()
    {
        if (_stack.Count > 0 && _stack[^1].Wait is not null)
        {
            _stack[^1].IsInterrupted = true;
        }
    }

    private void Pop()
    {
        ModelFrame frame = _stack[^1];
        CutTo(_stack.Count - 1);
        _isRootDue = frame.Dialog.Name != "__root__";
    }

    /// <summary>Removes frames without any consequence of popping.</summary>
    private void CutTo(int count)
    {
        while (_stack.Count > count)
        {
            Cancel(_stack[^1]);
            _stack.RemoveAt(_stack.Count - 1);
        }
    }

    /// <summary>A statement of the script removes frames: what the runtime runs for itself may be among them.</summary>
    private void ClearTo(int count)
    {
        CutTo(count);
        if (count <= _base && !_isClosing)
        {
            _isCut = true;
            _base = 0;
            _isWaitingForbidden = false;
        }
    }

    private ModelTimer Add(int seconds, ModelFrame? frame = null, string? name = null)
    {
        ModelTimer timer = new(_now + seconds, ++_order, frame, name);
        _timers.Add(timer);
        return timer;
    }

    private void Cancel(ModelFrame frame)
    {
        _timers.RemoveAll(timer => ReferenceEquals(timer, frame.Timer));
        frame.Timer = null;
    }

    private void RestartSession()
    {
        _timers.RemoveAll(static timer => timer is { Frame: null, Event: null });
        if (!_isAsleep)
        {
            Add(SessionSeconds);
        }
    }

    /// <summary>Runs until the top frame waits or the stack is as low as where the runtime began.</summary>
    private void Run()
    {
        for (int steps = 0; _isOpen; steps++)
        {
            if (steps > MostSteps)
            {
                throw new EndlessConversationException();
            }

            if (_stack.Count <= _base)
            {
                bool mayRunRoot = _base == 0 && _isRootDue && !_isResuming && !_isWaitingForbidden;
                _isRootDue &= !mayRunRoot;
                if (!mayRunRoot || !TryPush(Find("__root__")))
                {
                    return;
                }
            }
            else if (_stack[^1] is { Wait: not null } waiting)
            {
                if (!waiting.IsInterrupted || !TryTakeUp(waiting))
                {
                    return;
                }
            }
            else
            {
                Execute(_stack[^1]);
            }
        }
    }

    /// <summary>An interrupted frame is current again; false when it keeps waiting without a word.</summary>
    private bool TryTakeUp(ModelFrame frame)
    {
        if (frame.Wait!.Kind == StatementKind.Await)
        {
            frame.IsInterrupted = false;
            return false;
        }

        if (frame.HasTimedOut)
        {
            Expire(frame);
            return true;
        }

        bool isFirst = frame.Wait.Kind == StatementKind.Ask && !frame.HasReturned;
        frame.HasReturned = true;
        if (!isFirst || !TryPush(Find("__returning__")))
        {
            EndWait(frame);
            frame.Position--;
        }

        return true;
    }

    private void EndWait(ModelFrame frame)
    {
        Cancel(frame);
        frame.Wait = null;
        frame.IsInterrupted = false;
        frame.HasReturned = false;
        frame.HasTimedOut = false;
    }

    private void Accept(ModelFrame frame, string? answer)
    {
        EndWait(frame);
        _answer = answer;
    }

    private void Expire(ModelFrame frame)
    {
        string name = frame.Wait!.Target ?? "__ask_timeout__";
        Accept(frame, answer: null);
        TryPush(Find(name));
    }
}
