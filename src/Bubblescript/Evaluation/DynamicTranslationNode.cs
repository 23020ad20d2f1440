using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary><c>_(expr)</c> with text that is known only when it runs.</summary>
internal sealed class DynamicTranslationNode(SourcePlace place, EvaluationNode operand) : EvaluationNode(place)
{
    public override bool MaySuspend => operand.MaySuspend;

    public override Value Evaluate(EvaluationContext context)
    {
        Value value = operand.Evaluate(context);
        return value.IsSignal ? value : context.Translate(ValueText.ToText(value, context.Locale));
    }
}
