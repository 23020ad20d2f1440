using System.Globalization;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The predefined variables (language reference, section 4.1).</summary>
internal sealed partial class Turn
{
    /// <summary>The variable <c>conversation</c> as the state gives it, made when it is first read; nil until then.</summary>
    private Value _conversation;

    public override Value ReadPredefined(PredefinedVariable variable) => variable switch
    {
        PredefinedVariable.User => IsConversation ? User : default,
        PredefinedVariable.Bot => _shared[variable] is { IsNil: false } assigned ? assigned : Current.Bot.Info,
        PredefinedVariable.Conversation => _shared[variable] is { IsNil: false } assigned ? assigned : DescribeConversation(),
        PredefinedVariable.Answer => Current.Answer,
        PredefinedVariable.Error => Current.Error,
        PredefinedVariable.Dialog => DialogContext(),
        _ => _shared[variable],
    };

    public override void WritePredefined(PredefinedVariable variable, Value value)
    {
        switch (variable)
        {
            case PredefinedVariable.User:
                _writtenUser = value.AsMap() ?? MapValue.Empty;
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
                _shared.Set(variable, value);
                break;
        }
    }

    /// <summary>Shows a change of the state in <c>conversation</c>, also when a script has put fields of its own there.</summary>
    private void ShowInConversation(string name, Value value)
    {
        _conversation = default;
        if (_shared[PredefinedVariable.Conversation] is { IsNil: false } assigned)
        {
            _shared.Set(PredefinedVariable.Conversation, (assigned.AsMap() ?? MapValue.Empty).Set(name, value));
        }
    }

    /// <summary>Sets fields of <c>user</c> that the runtime knows.</summary>
    public void SetUserField(string name, Value value) => WritePredefined(PredefinedVariable.User, User.Set(name, value));

    /// <summary>Shows the tags of the conversation in <c>conversation.tags</c> and <c>user.tags</c>.</summary>
    public void ShowTags()
    {
        ListValue tags = ListOf(Tags);
        ShowInConversation("tags", tags);
        if (IsConversation && User["tags"] != tags)
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

    private Value DescribeConversation()
    {
        if (_conversation.IsNil && OpenedAt != default)
        {
            _conversation = IsConversation
                ? Value.MapOf(
                    ("id", Identity.Address),
                    ("g", Identity.Name),
                    ("addr", Identity.Address),
                    ("frontend", Environment.Settings.Frontend),
                    ("locale", ConversationLocale),
                    ("inserted_at", OpenedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
                    ("tags", ListOf(Tags)))
                : Value.MapOf(("id", Identity.Address), ("addr", Identity.Address));
        }

        return _conversation;
    }

    private static ListValue ListOf(IEnumerable<string> texts) => ListValue.From(texts.Select(static text => Value.From(text)));

    private Value DialogContext() => Value.MapOf(
        ("stack", DialogStack()),
        ("history", ListOf(Current.History)),
        ("last_user_utterances", ListOf(LastUserUtterances)),
        ("last_bot_utterances", ListOf(LastBotUtterances)),
        ("last_action_id", Outgoing.ActionId(LastAction)));
}
