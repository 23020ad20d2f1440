using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>A string with <c>#{…}</c>: the texts of its parts joined.</summary>
internal sealed class InterpolationNode(SourcePlace place, EvaluationNode[] parts) : EvaluationNode(place)
{
    public override bool MaySuspend { get; } = NodeList.MaySuspend(parts);

    public override Value Evaluate(EvaluationContext context)
    {
        TextBuffer buffer = default;
        Span<string> texts = parts.Length <= TextBuffer.Size ? ((Span<string>)buffer)[..parts.Length] : new string[parts.Length];
        int length = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            Value value = parts[i].Evaluate(context);
            if (value.IsSignal)
            {
                return value;
            }

            texts[i] = value.AsString() ?? ValueText.ToText(value, context.Locale);
            length += texts[i].Length;
            if (length > context.Limits.TextLength)
            {
                return Located(LimitErrors.Text(context.Limits));
            }

        }

        return string.Concat(texts);
    }
}
