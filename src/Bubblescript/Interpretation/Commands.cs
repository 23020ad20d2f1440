using Bubblescript.Binding.Tree;

namespace Bubblescript.Interpretation;

/// <summary>Sends each statement word to the family that runs it.</summary>
internal static class Commands
{
    public static Completion Execute(Turn turn, Frame frame, CommandStatement command) => command.Kind switch
    {
        CommandKind.Say => OutputStatements.Say(turn, command),
        CommandKind.Show or CommandKind.Template => ShowStatements.Show(turn, command),
        CommandKind.Buttons => ShowStatements.Buttons(turn, command),
        CommandKind.Type or CommandKind.Pause => OutputStatements.Pace(turn, command),
        CommandKind.React => OutputStatements.React(turn, command),
        CommandKind.Ask => AskStatements.Ask(turn, frame, command),
        CommandKind.Prompt => PromptStatements.Prompt(turn, frame, command),
        CommandKind.Await => PromptStatements.Await(turn, frame, command),
        CommandKind.Dial or CommandKind.Refer or CommandKind.DialCancel or CommandKind.Hold or CommandKind.Unhold or CommandKind.SwitchVoice
            => VoiceStatements.Execute(turn, command),
        CommandKind.Invoke => FlowStatements.Invoke(turn, frame, command),
        CommandKind.Goto => FlowStatements.Goto(turn, command),
        CommandKind.Stop => FlowStatements.End(turn, frame, default),
        CommandKind.Continue => FlowStatements.Continue(turn, frame),
        CommandKind.Reset => FlowStatements.Reset(turn),
        CommandKind.Halt => FlowStatements.Halt(turn),
        CommandKind.Close => FlowStatements.Close(turn, frame),
        CommandKind.Perform => TaskStatements.Perform(turn, frame, command),
        CommandKind.Return => TaskStatements.Return(turn, frame, command),
        CommandKind.SwitchBot => BotStatements.SwitchBot(turn, command),
        CommandKind.ReturnBot => BotStatements.ReturnBot(turn, command),
        CommandKind.Emit => EventStatements.Emit(turn, command),
        CommandKind.Query => EventStatements.Query(turn, command),
        CommandKind.Reply => EventStatements.Reply(turn, command),
        _ => ExecuteInFunction(turn, command),
    };

    /// <summary>The commands that are allowed everywhere, also in functions.</summary>
    public static Completion ExecuteInFunction(Turn turn, CommandStatement command) => command.Kind switch
    {
        CommandKind.Log => DataStatements.Log(turn, command),
        CommandKind.Tag => DataStatements.Tag(turn, command, isAdded: true),
        CommandKind.Untag => DataStatements.Tag(turn, command, isAdded: false),
        CommandKind.Mail => DataStatements.Mail(turn, command),
        CommandKind.Remember => DataStatements.Remember(turn, command),
        CommandKind.Forget => DataStatements.Forget(turn, command),
        CommandKind.Unset => Assignment.TryRemove(turn, command.Path!) ? Completion.Next : Completion.Failed,
        CommandKind.SwitchLanguage => DataStatements.SwitchLanguage(turn, command),
        CommandKind.Fatal => DataStatements.Fatal(turn, command),
        CommandKind.Query => EventStatements.Query(turn, command),
        _ => turn.Fail($"{command.Kind} cannot be used here", command.Place),
    };
}
