using Bubblescript.Interpretation.Inputs;

namespace Bubblescript.Interpretation;

/// <summary>
/// The functional core: runs one input of a process to the next wait. Synchronous, without clock, I/O or locks; safe for use by several threads
/// at once on different states.
/// </summary>
internal static class Interpreter
{
    /// <summary>Works on one input and gives the state to commit with the effects to release after the commit.</summary>
    public static TurnResult Run(Workspace workspace, ProcessState state, ProcessInput input, TurnEnvironment environment)
    {
        Turn turn = workspace.Turns.Take();
        turn.Begin(state, environment);
        TurnResult result = turn.Run(input);
        workspace.Turns.GiveBack(turn);
        return result;
    }
}
