namespace Bubblescript.Interpretation.Procedures;

/// <summary>The first dialog of a bot that was switched to, after its <c>__init__</c> tasks (execution model, section 7.1).</summary>
internal static class SwitchedBotProcedure
{
    public static void Step(Turn turn, Frame frame)
    {
        string dialog = frame.Procedure!.Data["dialog"].AsString()!;
        turn.Current.Pop();
        ProcedureDialogs.Push(turn, dialog);
    }
}
