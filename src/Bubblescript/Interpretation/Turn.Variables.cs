using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The predefined variables (language reference, section 4.1).</summary>
internal sealed partial class Turn
{
    public override Value ReadPredefined(PredefinedVariable variable) => variable switch
    {
        PredefinedVariable.User => IsConversation ? _user : default,
        PredefinedVariable.Bot => _shared[(int)variable] is { IsNil: false } assigned ? assigned : Current.Bot.Info,
        PredefinedVariable.Answer => Current.Answer,
        PredefinedVariable.Error => Current.Error,
        PredefinedVariable.Dialog => DialogContext(),
        _ => _shared[(int)variable],
    };

    public override void WritePredefined(PredefinedVariable variable, Value value)
    {
        switch (variable)
        {
            case PredefinedVariable.User:
                _user = value.AsMap() ?? MapValue.Empty;
                _userChanged = true;
                break;
            case PredefinedVariable.Answer:
                Current.Answer = value;
                break;
            case PredefinedVariable.Error:
                Current.Error = value;
                break;
            case PredefinedVariable.Dialog:
                break;
            default:
                _shared[(int)variable] = value;
                break;
        }
    }

    public void SetConversationField(string name, Value value)
    {
        MapValue conversation = _shared[(int)PredefinedVariable.Conversation].AsMap() ?? MapValue.Empty;
        _shared[(int)PredefinedVariable.Conversation] = conversation.Set(name, value);
    }

    /// <summary>Sets fields of <c>user</c> that the runtime knows.</summary>
    public void SetUserField(string name, Value value) => WritePredefined(PredefinedVariable.User, (_user.AsMap() ?? MapValue.Empty).Set(name, value));

    /// <summary>Shows the tags of the conversation in <c>conversation.tags</c> and <c>user.tags</c>.</summary>
    public void ShowTags()
    {
        ListValue tags = ListValue.From(Tags.Select(static tag => Value.From(tag)));
        SetConversationField("tags", tags);
        if (IsConversation)
        {
            SetUserField("tags", tags);
        }
    }

    /// <summary>The names of the entered dialogs of the running bot, topmost first.</summary>
    public ListValue DialogStack()
    {
        List<Value> names = [];
        for (int i = Current.Frames.Count - 1; i >= 0; i--)
        {
            Frame frame = Current.Frames[i];
            if (frame is { Kind: FrameKind.Dialog, IsEntered: true, Declaration: Binding.Tree.BoundDialog dialog })
            {
                names.Add(dialog.DisplayName);
            }
        }

        return ListValue.From(names);
    }

    private static ListValue ListOf(IEnumerable<string> texts) => ListValue.From(texts.Select(static text => Value.From(text)));

    private Value DialogContext() => Value.MapOf(
        ("stack", DialogStack()),
        ("history", ListOf(Current.History)),
        ("last_user_utterances", ListOf(LastUserUtterances)),
        ("last_bot_utterances", ListOf(LastBotUtterances)),
        ("last_action_id", LastActionId));
}
