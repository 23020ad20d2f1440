using Bubblescript.Builtins;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>a..b</c>.</summary>
internal sealed class RangeNode(SourcePlace place, EvaluationNode first, EvaluationNode last) : EvaluationNode(place)
{
    public override bool MaySuspend { get; } = first.MaySuspend || last.MaySuspend;

    public override Value Evaluate(EvaluationContext context)
    {
        Value from = first.Evaluate(context);
        if (from.IsSignal)
        {
            return from;
        }

        Value to = last.Evaluate(context);
        if (to.IsSignal)
        {
            return to;
        }

        if (Operand.Of(from).AsInteger() is { } start && Operand.Of(to).AsInteger() is { } end)
        {
            return Value.From(new RangeValue(start, end));
        }

        Value wrong = Operand.Of(from).IsInteger ? to : from;
        return Located(FunctionContext.Fail($"a range needs two integers, got {ValueDescription.Describe(wrong)}"));
    }
}
