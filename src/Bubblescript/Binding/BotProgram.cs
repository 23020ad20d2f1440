namespace Bubblescript.Binding;

/// <summary>A program with the names that expressions from outside are bound against.</summary>
/// <param name="Program">What runs.</param>
/// <param name="Constants">The constants that its scripts see.</param>
/// <param name="FunctionNames">The names that make calls without parentheses.</param>
internal sealed record BotProgram(ScriptProgram Program, ConstantTable Constants, IReadOnlySet<string> FunctionNames);
