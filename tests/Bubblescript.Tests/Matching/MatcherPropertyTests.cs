using System.Globalization;
using Bubblescript.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Matching;

public sealed class MatcherPropertyTests
{
    [Fact]
    public void The_matcher_agrees_with_the_declarative_definition()
    {
        Gen<(string Pattern, string Text)> cases =
            from pattern in PatternGenerator.Patterns
            from text in PatternGenerator.Sentences
            select (pattern, text);
        int compared = 0;

        Prop.ForAll(Arb.From(cases), pair =>
        {
            BmlPattern pattern = BmlPattern.Parse(pair.Pattern);
            Utterance utterance = EnglishAnalyzer.Instance.Analyze(pair.Text, AnalysisContext.At(TimeProvider.System));
            string expected;
            try
            {
                expected = NaiveMatcher.Describe(pattern, utterance);
            }
            catch (TimeoutException)
            {
                // The definition is exponential; such a case says nothing.
                return true;
            }

            compared++;
            return MatchRows.Describe(pattern.Match(utterance)) == expected;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest).WithEndSize(24));

        compared.Should().BeGreaterThan(MaxTest / 2);
    }

    [Fact]
    public void Parsing_gives_a_pattern_or_an_error_for_any_text()
    {
        Gen<string> texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty),
            Gen.Elements("()[]<>|?/\\\"'_@%^.*+-= abT123Start".ToCharArray()).ArrayOf().Select(characters => new string(characters)));

        Prop.ForAll(Arb.From(texts), text =>
            BmlPattern.TryParse(text, out BmlPattern? pattern, out BmlParseError? error)
                ? pattern.Source == text
                : error.Message.Length > 0 && error.Column >= 1 && error.Column <= text.Length + 1)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void Normalisation_is_idempotent() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            string normal = TextNormalizer.Normalize(text ?? string.Empty);
            string baseForm = TextNormalizer.ToBaseForm(text ?? string.Empty);
            return TextNormalizer.Normalize(normal) == normal && TextNormalizer.ToBaseForm(baseForm) == baseForm;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Tokens_together_are_the_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            Sentence sentence = Utterance.FromText(text ?? string.Empty).Sentences.Single();
            return string.Concat(sentence.Tokenizations[^1].Select(token => token.Raw)) == sentence.Text;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static int MaxTest => int.TryParse(Environment.GetEnvironmentVariable("BUBBLESCRIPT_MATCHER_CASES"), CultureInfo.InvariantCulture, out int count) ? count : 3000;
}
