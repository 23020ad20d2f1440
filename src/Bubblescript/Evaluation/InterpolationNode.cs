using System.Text;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>A string with <c>#{…}</c>: the texts of its parts joined.</summary>
internal sealed class InterpolationNode(SourcePlace place, EvaluationNode[] parts) : EvaluationNode(place)
{
    public override bool MaySuspend { get; } = NodeList.MaySuspend(parts);

    public override Value Evaluate(EvaluationContext context)
    {
        StringBuilder builder = new();
        foreach (EvaluationNode part in parts)
        {
            Value value = part.Evaluate(context);
            if (value.IsSignal)
            {
                return value;
            }

            string text = value.AsString() ?? ValueText.ToText(value, context.Locale);
            if (builder.Length + text.Length > context.Limits.TextLength)
            {
                return Located(LimitErrors.Text(context.Limits));
            }

            builder.Append(text);
        }

        return builder.ToString();
    }
}
