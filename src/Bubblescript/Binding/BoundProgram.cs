namespace Bubblescript.Binding;

/// <summary>A program with what it was bound from, for the checks that follow.</summary>
internal sealed record BoundProgram(ProgramScope Scope, ScriptProgram Program, ConstantTable Constants, IReadOnlySet<string> FunctionNames)
{
    public BotProgram ToBotProgram() => new(Program, Constants, FunctionNames);
}
