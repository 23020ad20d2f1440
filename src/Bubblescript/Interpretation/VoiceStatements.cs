using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// The voice channel (language reference, section 7.1). No host has one yet, so <c>dial</c> gives CHANUNAVAIL at once; the others are side effects for
/// clients that understand them.
/// </summary>
internal static class VoiceStatements
{
    public static Completion Execute(Turn turn, CommandStatement command)
    {
        if (!Operands.TryText(turn, command, 0, out string argument) || !Operands.TryOptions(turn, command, out MapValue options))
        {
            return Completion.Failed;
        }

        if (command.Kind == CommandKind.Dial)
        {
            turn.WritePredefined(PredefinedVariable.Event, Records.Event("dial", "CHANUNAVAIL", sender: null));
            return Completion.Next;
        }

        string kind = command.Kind switch
        {
            CommandKind.Refer => "refer",
            CommandKind.DialCancel => "dial_cancel",
            CommandKind.Hold => "hold",
            CommandKind.Unhold => "unhold",
            _ => "switch_voice",
        };
        MapValue data = argument.Length == 0 ? options : options.Set(command.Kind == CommandKind.SwitchVoice ? "voice" : "number", argument);
        Outgoing.Send(turn, new SideEffectPayload(kind, data));
        return Completion.Next;
    }
}
