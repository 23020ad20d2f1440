using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Binding.DataFiles;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>Strings, interpolations and translations (language reference, sections 1 and 12).</summary>
internal sealed partial class ExpressionBinder
{
    private EvaluationNode BindString(StringExpression text)
    {
        EvaluationNode original = BindParts(PlaceOf(text), text.Parts);
        return text.IsTranslatable ? BindTranslations(text, original) : original;
    }

    private EvaluationNode BindTranslate(TranslateExpression translate)
    {
        if (translate.Operand is StringExpression text)
        {
            return BindTranslations(text, BindParts(PlaceOf(text), text.Parts));
        }

        return new DynamicTranslationNode(PlaceOf(translate), Bind(translate.Operand));
    }

    private EvaluationNode BindParts(SourcePlace place, ImmutableArray<StringPart> parts)
    {
        if (parts.All(static part => part is TextPart))
        {
            string literal = parts is [TextPart single] ? single.Text : string.Concat(parts.Select(static part => ((TextPart)part).Text));
            scope.Constants.NoteConcepts(literal);
            return new LiteralNode(place, literal);
        }

        EvaluationNode[] nodes = new EvaluationNode[parts.Length];
        int count = 0;
        foreach (StringPart part in parts)
        {
            if (part is TextPart text)
            {
                scope.Constants.NoteConcepts(text.Text);
                nodes[count++] = new LiteralNode(place, text.Text);
            }
            else if (part is InterpolationPart { Expression: { } expression })
            {
                nodes[count++] = Bind(expression);
            }
        }

        return new InterpolationNode(place, count == nodes.Length ? nodes : nodes[..count]);
    }

    private EvaluationNode BindTranslations(StringExpression text, EvaluationNode original)
    {
        SourcePlace place = PlaceOf(text);
        if (!string.IsNullOrWhiteSpace(text.SourceContent))
        {
            Session.TranslatableTexts.Add(new TranslatableText(text.SourceContent, place));
        }

        Dictionary<string, EvaluationNode> translations = new(0, StringComparer.Ordinal);
        foreach ((string locale, TranslatedText translation) in Session.Translations.Find(text.SourceContent))
        {
            translations.Add(locale, new ExpressionBinder(scope, translation.Source).BindParts(new SourcePlace(translation.Source, translation.Span), translation.Parts));
        }

        if (translations.Count == 0)
        {
            return original;
        }

        scope.NoteTranslation();
        return new TranslationNode(place, text.SourceContent, original, translations.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
