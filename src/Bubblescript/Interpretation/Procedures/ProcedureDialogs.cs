using Bubblescript.Binding.Tree;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>Starting dialogs from the runtime's own work.</summary>
internal static class ProcedureDialogs
{
    /// <summary>Pushes the dialog of a name above whatever waits, if one applies; true when it did.</summary>
    public static bool Push(Turn turn, string name)
    {
        BoundDialog? dialog = DialogResolver.FindByName(turn, name);
        return PushFound(turn, dialog);
    }

    /// <summary>Pushes a dialog that a look-up gave, or handles the look-up's error; true when something was pushed.</summary>
    public static bool PushFound(Turn turn, BoundDialog? dialog)
    {
        if (turn.Failure.IsSignal)
        {
            Failures.HandleLookup(turn);
            return true;
        }

        if (dialog is null)
        {
            return false;
        }

        Stack.Interrupt(turn);
        if (Stack.Push(turn, dialog) == Completion.Failed)
        {
            Failures.HandleLookup(turn);
        }

        return true;
    }

    /// <summary>Nothing handles the input: a question that waits is repeated, a prompt shows its later text.</summary>
    public static void RepeatQuestion(Turn turn) => Stack.Interrupt(turn);
}
