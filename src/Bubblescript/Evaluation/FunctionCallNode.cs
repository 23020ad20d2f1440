using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>A call of a script function.</summary>
internal sealed class FunctionCallNode(SourcePlace place, ScriptFunction function, EvaluationNode[] arguments) : EvaluationNode(place)
{
    public ScriptFunction Function { get; } = function;

    public override bool MaySuspend => Function.MaySuspend || NodeList.MaySuspend(arguments);

    public override Value Evaluate(EvaluationContext context)
    {
        Value[] locals = new Value[Function.LocalCount];
        for (int i = 0; i < arguments.Length; i++)
        {
            Value value = arguments[i].Evaluate(context);
            if (value.IsSignal)
            {
                return value;
            }

            locals[i] = value;
        }

        if (context.Mocks is { } mocks && mocks.TryGetValue(Function.Name, out Value mock))
        {
            return mock;
        }

        return context.CallFunction(Function, locals, Place);
    }
}
