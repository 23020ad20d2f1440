using Bubblescript.Builtins;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>A call of a builtin or of a host's function, with the argument plan that the binder made.</summary>
internal sealed class BuiltinCallNode(SourcePlace place, CallPlan plan, EvaluationNode[] arguments) : EvaluationNode(place)
{
    public BuiltinFunction Function => plan.Function;

    public ReadOnlySpan<EvaluationNode> Arguments => arguments;

    public override bool MaySuspend { get; } = plan.Function.Suspends || NodeList.MaySuspend(arguments);

    public override Value Evaluate(EvaluationContext context)
    {
        ArgumentBuffer buffer = default;
        Span<Value> values = arguments.Length <= ArgumentBuffer.Size ? ((Span<Value>)buffer)[..arguments.Length] : new Value[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            Value value = arguments[i].Evaluate(context);
            if (value.IsSignal)
            {
                return value;
            }

            values[i] = value;
        }

        if (context.Mocks is { } mocks && mocks.TryGetValue(plan.Function.FullName, out Value mock))
        {
            return mock;
        }

        return Located(plan.Invoke(values, context));
    }
}
