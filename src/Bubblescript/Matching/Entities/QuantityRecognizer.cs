namespace Bubblescript.Matching.Entities;

/// <summary>
/// Quantities: "2 cups of sugar", "3 kg", "a pound of flour". The unit is <c>gram ounce pound cup pint quart teaspoon tablespoon bowl dish pinch basket</c>;
/// other weights are given in grams. <c>product</c> is the word after "of".
/// </summary>
internal sealed class QuantityRecognizer() : MeasureRecognizer("quantity", new UnitTable(
    ("gram", 1, "gram,grams,gramme,grammes,g,gr"),
    ("gram", 1000, "kilogram,kilograms,kilo,kilos,kg,kgs"),
    ("gram", 0.001m, "milligram,milligrams,mg"),
    ("ounce", 1, "ounce,ounces,oz"),
    ("pound", 1, "pound,pounds,lb,lbs"),
    ("cup", 1, "cup,cups"),
    ("pint", 1, "pint,pints,pt"),
    ("quart", 1, "quart,quarts,qt"),
    ("teaspoon", 1, "teaspoon,teaspoons,tsp"),
    ("tablespoon", 1, "tablespoon,tablespoons,tbsp"),
    ("bowl", 1, "bowl,bowls"),
    ("dish", 1, "dish,dishes"),
    ("pinch", 1, "pinch,pinches"),
    ("basket", 1, "basket,baskets")))
{
    protected override EntityMention Complete(string text, EntityMention mention)
    {
        const string Of = "of";
        int start = NumberReader.SkipBlanks(text, mention.End);
        if (start == mention.End || !text.AsSpan(start).StartsWith(Of, StringComparison.OrdinalIgnoreCase))
        {
            return mention;
        }

        int product = NumberReader.SkipBlanks(text, start + Of.Length);
        int end = product;
        while (end < text.Length && Tokenizer.IsWordCharacter(text[end]) && !Tokenizer.IsWhiteSpace(text[end]))
        {
            end++;
        }

        bool hasProduct = product > start + Of.Length && end > product;
        return hasProduct ? mention with { End = end, Extra = mention.Extra.Set("product", text[product..end].ToLowerInvariant()) } : mention;
    }
}
