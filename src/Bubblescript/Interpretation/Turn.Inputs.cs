using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Interpretation.Procedures;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Taking inputs, and the bot stack.</summary>
internal sealed partial class Turn
{
    private const int SessionIdLength = 16;

    /// <summary>Works on one input until the process waits.</summary>
    public TurnResult Run(ProcessInput input)
    {
        if (_initial.PendingCall is { } call)
        {
            if (input is not AnswerInput answer || !string.Equals(answer.CallId, call.Id, StringComparison.Ordinal))
            {
                return new TurnResult(_initial, []);
            }

            RecordAnswer(call, answer);
        }
        else
        {
            ClearRequest();
            Take(input);
        }

        TurnLoop.Run(this);
        EndTurn();
        while (PendingCall is null && !Deferred.IsEmpty)
        {
            ProcessInput next = Deferred[0];
            Deferred = Deferred.RemoveAt(0);
            if (Status != ProcessStatus.Live)
            {
                // Opening the conversation has closed it again.
                continue;
            }

            Handle(next);
            TurnLoop.Run(this);
            EndTurn();
        }

        KeepStateSavable();
        return ToResult();
    }

    /// <summary>Works on an input of a process that is open and awake.</summary>
    public void Handle(ProcessInput input)
    {
        switch (input)
        {
            case MessageInput message:
                MessageProcedure.Begin(this, message);
                break;
            case EventInput @event:
                EventProcedure.Begin(this, @event);
                break;
            case LocationInput location:
                LocationInputs.Handle(this, location);
                break;
            case AttachmentInput attachment:
                LocationInputs.Handle(this, attachment);
                break;
            case TimerInput timer:
                TimerInputs.Handle(this, timer);
                break;
            case SwitchBotInput switchBot:
                SwitchByHost(switchBot);
                break;
            case ReturnBotInput returnBot:
                ReturnByHost(returnBot);
                break;
            default:
                break;
        }
    }

    /// <summary>Drops everything but identity, user and number sequences, and puts the first bot on the bot stack.</summary>
    public void StartAfresh()
    {
        Bots.Clear();
        FormerBots = FormerBots.Clear();
        _shared.Clear();
        _conversation = default;
        OpenedAt = Time.UtcDateTime;
        Tags = [];
        Timers = [];
        LastUserUtterances = [];
        LastBotUtterances = [];
        Status = ProcessStatus.Live;
        IsAsleep = false;
        IsInitialized = false;
        Query = null;
        PushBot(Workspace.Find(Identity.BotId) ?? throw new InvalidOperationException($"The workspace has no bot '{Identity.BotId}'."));
    }

    public void RenewSession()
    {
        char[] id = new char[SessionIdLength];
        for (int i = 0; i < id.Length; i++)
        {
            id[i] = "0123456789abcdef"[(int)NextRandom(16)];
        }

        WritePredefined(PredefinedVariable.SessionId, new string(id));
    }

    /// <summary>Sets <c>request</c> until the end of the turn.</summary>
    public void SetRequest(MapValue data, string bot) => WritePredefined(PredefinedVariable.Request, Value.MapOf(("data", data), ("bot", bot)));

    /// <summary>Whether a bot has been on this conversation's stack.</summary>
    public bool HasMet(string botId) => FormerBots.ContainsKey(botId) || Bots.Exists(run => string.Equals(run.Bot.Id, botId, StringComparison.Ordinal));

    /// <summary>Takes the top bot off the stack; it keeps its variables for the next time.</summary>
    public void PopBot()
    {
        BotRun top = Bots[^1];
        Activate(top);
        Stack.CutTo(this, 0);
        FormerBots = FormerBots.SetItem(top.Bot.Id, top.ToMemory());
        Bots.RemoveAt(Bots.Count - 1);
        Bots.FindLast(run => ReferenceEquals(run.Bot, top.Bot))?.TakeOver(top);
        Activate(Bots[^1]);
        _shared.Set(PredefinedVariable.Bot, default);
    }

    public void PopBotsAbove(BotRun bot)
    {
        while (!ReferenceEquals(Bots[^1], bot))
        {
            PopBot();
        }
    }

    private void Take(ProcessInput input)
    {
        switch (input)
        {
            case OpenInput open:
                TakeOpen(open);
                break;
            case ConnectInput connect:
                TakeConnect(connect);
                break;
            case MessageInput or LocationInput or AttachmentInput when Status != ProcessStatus.Live:
                OpenWith(input);
                break;
            case MessageInput or LocationInput or AttachmentInput when IsAsleep:
                ResumeProcedure.Begin(this, input);
                break;
            case EventInput @event when Status == ProcessStatus.New:
                OpenProcedure.Begin(this, MapValue.Empty, group: null);
                Deferred = Deferred.Add(@event);
                break;
            case SwitchBotInput when Status == ProcessStatus.New:
                OpenProcedure.Begin(this, MapValue.Empty, group: null);
                Deferred = Deferred.Add(input);
                break;
            default:
                if (Status == ProcessStatus.Live)
                {
                    Handle(input);
                }

                break;
        }
    }

    private void TakeOpen(OpenInput open)
    {
        if (Status != ProcessStatus.Live)
        {
            OpenProcedure.Begin(this, open.Variables, open.Group);
        }
        else if (Identity.Kind == ProcessKind.Master)
        {
            IsInitialized = false;
            OpenProcedure.PushInitializers(this);
        }
    }

    private void TakeConnect(ConnectInput connect)
    {
        EventInput connected = new("$connect", connect.Payload, Identity.Address, EventOrigin.Client);
        if (Status != ProcessStatus.Live)
        {
            OpenProcedure.Begin(this, MapValue.Empty, group: null);
            Deferred = Deferred.Add(connected);
        }
        else if (IsAsleep)
        {
            ResumeProcedure.Begin(this, connect);
        }
        else
        {
            EventProcedure.Begin(this, connected);
        }
    }

    /// <summary>The input opens the conversation and is thereby used up; what it brought can be read.</summary>
    private void OpenWith(ProcessInput input)
    {
        OpenProcedure.Begin(this, MapValue.Empty, group: null);
        switch (input)
        {
            case MessageInput message:
                SetMessage(message);
                LastUserUtterances = Outgoing.Remember(LastUserUtterances, message.Text);
                break;
            case LocationInput location:
                WritePredefined(PredefinedVariable.Location, Records.Location(location.Latitude, location.Longitude));
                break;
            case AttachmentInput attachment:
                WritePredefined(
                    PredefinedVariable.Attachment,
                    Records.Attachment(attachment.Type, attachment.Url, attachment.Caption, attachment.Id, attachment.Metadata, Identity.UserId));
                break;
            default:
                break;
        }
    }

    private void RecordAnswer(PendingCall call, AnswerInput answer)
    {
        Activate(Bots[call.BotIndex]);
        Frame frame = Current.Top!;
        Value recorded = answer.Error is null
            ? answer.Result
            : new RecordValue(RecordKind.Error, MapValue.From(("message", answer.Error)));
        frame.Record(recorded, Now);
    }

    /// <summary><c>request</c> lives for one turn.</summary>
    private void ClearRequest()
    {
        _shared.Set(PredefinedVariable.Request, default);
        Query = null;
    }

    private void EndTurn()
    {
        if (PendingCall is null && Bots.Count > 0)
        {
            MessageProcedure.EndTurn(this);
            ResumeProcedure.EndTurn(this);
            Activate(Bots[^1]);
        }
    }

    private void SwitchByHost(SwitchBotInput input)
    {
        if (BotStatements.Problem(this, input.BotId, input.Dialog) is { } problem)
        {
            Log($"the host cannot switch bots: {problem}");
            return;
        }

        BotStatements.Switch(this, input.BotId, input.Dialog, input.Data);
    }

    private void ReturnByHost(ReturnBotInput input)
    {
        if (Bots.Count < 2)
        {
            Log("the host cannot return to another bot: none handed the conversation over");
            return;
        }

        BotRun current = Current;
        Binding.Tree.BoundDialog? dialog = null;
        if (input.Dialog is not null)
        {
            Activate(Bots[^2]);
            dialog = DialogResolver.FindByName(this, input.Dialog);
            Activate(current);
        }

        BotStatements.Return(this, dialog, input.Data);
    }
}
