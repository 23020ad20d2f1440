using Bubblescript.Builtins;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>What expressions are evaluated in: the variables of a process, the locals of a frame and the functions of the program.</summary>
internal abstract class EvaluationContext : FunctionContext
{
    /// <summary>The variables of the bot that is running, by slot.</summary>
    public Value[] Variables { get; protected set; } = [];

    /// <summary>The local variables of the running body, by slot.</summary>
    public Value[] Locals { get; protected set; } = [];

    /// <summary>What tests put in the place of builtins, functions and tasks; null outside tests.</summary>
    public IReadOnlyDictionary<string, Value>? Mocks { get; protected set; }

    public abstract Value ReadPredefined(PredefinedVariable variable);

    public abstract void WritePredefined(PredefinedVariable variable, Value value);

    /// <summary>Runs a script function to its end.</summary>
    public abstract Value CallFunction(ScriptFunction function, Value[] locals, SourcePlace place);
}
