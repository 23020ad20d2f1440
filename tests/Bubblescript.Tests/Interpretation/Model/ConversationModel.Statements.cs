namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>What the statements do.</summary>
internal sealed partial class ConversationModel
{
    private const int MostResets = 4;

    private void Execute(ModelFrame frame)
    {
        if (frame.Position >= frame.Dialog.Code.Count)
        {
            Pop();
            return;
        }

        ModelStatement statement = frame.Dialog.Code[frame.Position++];
        if (!TryTalk(frame, statement))
        {
            MoveOn(frame, statement);
        }
    }

    /// <summary>The statements that send something or wait.</summary>
    private bool TryTalk(ModelFrame frame, ModelStatement statement)
    {
        switch (statement.Kind)
        {
            case StatementKind.Say:
                Say("bot: " + statement.Text);
                return true;
            case StatementKind.Tag:
                Say("bot tag: " + statement.Text);
                return true;
            case StatementKind.LogAnswer:
                Say($"bot log: {statement.Text}={_answer}");
                return true;
            case StatementKind.Ask:
                Ask(frame, statement);
                return true;
            case StatementKind.Prompt:
                Prompt(frame, statement);
                return true;
            case StatementKind.Await:
                Wait(frame, statement);
                return true;
            default:
                return false;
        }
    }

    private void Ask(ModelFrame frame, ModelStatement statement)
    {
        if (ReferenceEquals(frame.Dialog, DefaultError))
        {
            _lines.AddRange(["bot: Sorry about that…! Let's try it again.", "  quick replies: Restart"]);
        }
        else
        {
            Say($"bot: {statement.Text}?");
            if (statement.IsChoice)
            {
                Say("  quick replies: a");
            }
        }

        if (Wait(frame, statement) && statement.Number > 0)
        {
            frame.Timer = Add(statement.Number, frame);
        }
    }

    private void Prompt(ModelFrame frame, ModelStatement statement)
    {
        Say($"bot: {statement.Text}{(frame.TimesShown == 0 ? "" : " again")}");
        string[] labels = [.. frame.Dialog.Inner.Select(static inner => inner.Label).OfType<string>()];
        if (labels.Length > 0)
        {
            Say("  quick replies: " + string.Join(" | ", labels));
        }

        if (Wait(frame, statement))
        {
            frame.TimesShown++;
        }
    }

    /// <summary>Begins to wait; in <c>__timeout__</c> and <c>__closed__</c> the statement gives nil at once.</summary>
    private bool Wait(ModelFrame frame, ModelStatement statement)
    {
        if (!_isWaitingForbidden)
        {
            frame.Wait = statement;
            return true;
        }

        _answer = statement.Kind == StatementKind.Await ? _answer : null;
        return false;
    }

    private void MoveOn(ModelFrame frame, ModelStatement statement)
    {
        switch (statement.Kind)
        {
            case StatementKind.Invoke:
                TryPush(Find(statement.Text));
                break;
            case StatementKind.Goto:
                ModelDialog? next = Find(statement.Text);
                CutTo(_stack.Count - 1);
                TryPush(next);
                break;
            case StatementKind.Stop:
                Pop();
                break;
            case StatementKind.Continue:
                Continue();
                break;
            case StatementKind.Close when _isClosing:
                Pop();
                break;
            case StatementKind.Close:
                Close();
                break;
            case StatementKind.Fatal:
                Fail(statement.Text);
                break;
            case StatementKind.Schedule when _used.Add(statement):
                Add(statement.Number, name: statement.Text);
                break;
            case StatementKind.If when !_flag:
                frame.Position += statement.Number;
                break;
            case StatementKind.Flip:
                _flag = !_flag;
                break;
            case StatementKind.Halt or StatementKind.Restart:
            case StatementKind.Reset when ++_resets < MostResets:
                StartOver(isMainRun: statement.Kind != StatementKind.Halt);
                break;
        }
    }

    private void StartOver(bool isMainRun)
    {
        ClearTo(0);
        _isRootDue = false;
        if (isMainRun && !_isClosing)
        {
            TryPush(Find("__main__"));
        }
    }

    private void Continue()
    {
        int prompt = _stack.FindLastIndex(static frame => frame.Wait?.Kind == StatementKind.Prompt);
        if (prompt < 0)
        {
            Pop();
            return;
        }

        ClearTo(prompt + 1);
        EndWait(_stack[^1]);
        _stack[^1].TimesShown = 0;
    }

    private void Fail(string message)
    {
        Say("bot error: " + message);
        bool isInsideError = _stack.Exists(static frame => frame.Dialog.Name == "__error__");
        CutTo(_stack.Count - 1);
        if (isInsideError)
        {
            ClearTo(0);
            _isRootDue = false;
            _hasFailedTwice = true;
            return;
        }

        ModelDialog handler = Find("__error__") ?? DefaultError;
        Interrupt();
        TryPush(handler);
    }

    private void Close()
    {
        ClearTo(0);
        _timers.Clear();
        _isRootDue = false;
        _isClosing = true;
        _isWaitingForbidden = true;
        if (TryPush(Find("__closed__")))
        {
            Run();
        }

        CutTo(0);
        _timers.Clear();
        _isClosing = false;
        _isWaitingForbidden = false;
        _isAsleep = false;
        _isRootDue = false;
        _isOpen = false;
        Say("closed:");
    }
}
