namespace Bubblescript.Interpretation.Procedures;

/// <summary>Runs the next step of the procedure on top of the stack.</summary>
internal static class ProcedureRunner
{
    public static void Step(Turn turn, Frame frame)
    {
        Procedure procedure = frame.Procedure!;
        switch (procedure.Kind)
        {
            case ProcedureKind.Open:
                OpenProcedure.Step(turn, frame);
                break;
            case ProcedureKind.Message:
                MessageProcedure.Step(turn, frame);
                break;
            case ProcedureKind.Event:
                EventProcedure.Step(turn, frame);
                break;
            case ProcedureKind.Resume:
                ResumeProcedure.Step(turn, frame);
                break;
            case ProcedureKind.SessionTimeout:
                SessionTimeoutProcedure.Step(turn);
                break;
            case ProcedureKind.Close:
                CloseProcedure.Step(turn);
                break;
            case ProcedureKind.SwitchedBot:
                SwitchedBotProcedure.Step(turn, frame);
                break;
            default:
                throw new InvalidOperationException($"Procedures of kind {procedure.Kind} are not known.");
        }
    }
}
