using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;

namespace Bubblescript.Coordination;

/// <summary>Runs one turn: the interpreter, or what a test of the coordination puts in its place.</summary>
internal delegate TurnResult TurnRunner(Workspace workspace, ProcessState state, ProcessInput input, TurnEnvironment environment);
