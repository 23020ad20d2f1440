namespace Bubblescript.Builtins;

/// <summary>What is wrong with the arguments of a call, before they are evaluated.</summary>
/// <param name="Message">The whole message.</param>
/// <param name="Argument">The index of the argument concerned, in source order; -1 when an argument is missing.</param>
/// <param name="UnknownOption">The name of an option that the function does not have, for a hint.</param>
internal sealed record CallProblem(string Message, int Argument, string? UnknownOption = null);
