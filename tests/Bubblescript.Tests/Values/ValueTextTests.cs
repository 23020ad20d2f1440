using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Values;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData(10.0, "10.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.0, "0.0")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(1.5e16, "1.5e16")]
    [InlineData(2.0e-5, "2.0e-5")]
    [InlineData(1.0e-4, "0.0001")]
    [InlineData(0.00012345678901234567, "0.00012345678901234567")]
    [InlineData(9007199254740991.0, "9007199254740991.0")]
    [InlineData(9007199254740992.0, "9.007199254740992e15")]
    [InlineData(-1e300, "-1.0e300")]
    [InlineData(double.MaxValue, "1.7976931348623157e308")]
    [InlineData(double.Epsilon, "5.0e-324")]
    [InlineData(26763104831627892.0, "2.6763104831627892e16")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    public void Floats_are_the_shortest_digits_with_a_decimal(double number, string text) => ValueText.ToText(number).Should().Be(text);

    [Fact]
    public void Plain_values_have_their_names()
    {
        ValueText.ToText(default).Should().BeEmpty();
        ValueText.ToText(true).Should().Be("true");
        ValueText.ToText(Value.False).Should().Be("false");
        ValueText.ToText(Value.AtomOf("image")).Should().Be("image");
        ValueText.ToText(-42).Should().Be("-42");
        ValueText.ToText(long.MinValue).Should().Be("-9223372036854775808");
        ValueText.ToText(Range(1, 3)).Should().Be("1..3");
    }

    [Fact]
    public void Lists_are_joined_and_maps_are_compact_json()
    {
        ValueText.ToText(List("soup", 2, default, 1.0, List("a", "b"))).Should().Be("soup, 2, , 1.0, a, b");
        ValueText.ToText(List()).Should().BeEmpty();
        ValueText.ToText(Map(("a", 1))).Should().Be("{\"a\":1}");
        ValueText.ToText(Map(("a", Value.AtomOf("b")), ("n", default), ("l", List(default, 1.5, "é\n\"😀"))))
            .Should().Be("{\"a\":\"b\",\"l\":[null,1.5,\"é\\n\\\"😀\"]}");
        ValueText.ToText(List(Map(("a", Map())))).Should().Be("{\"a\":{}}");
    }

    [Fact]
    public void Records_have_the_text_of_the_table()
    {
        ValueText.ToText(Message("Hi there")).Should().Be("Hi there");
        ValueText.ToText(Record(RecordKind.Sentence, ("text", "Hi."))).Should().Be("Hi.");
        ValueText.ToText(Record(RecordKind.Token, ("raw", "Hi "), ("value", "hi"))).Should().Be("Hi");
        ValueText.ToText(Entity(5.5)).Should().Be("5.5");
        ValueText.ToText(Record(RecordKind.Intent, ("id", "order"), ("label", "Order it"))).Should().Be("Order it");
        ValueText.ToText(Record(RecordKind.Intent, ("id", "order"))).Should().Be("order");
        ValueText.ToText(Record(RecordKind.Location, ("lat", 52.5), ("lon", 4))).Should().Be("52.5,4");
        ValueText.ToText(Record(RecordKind.Attachment, ("type", "image"), ("url", "https://example.com/a.png"))).Should().Be("https://example.com/a.png");
        ValueText.ToText(Record(RecordKind.Event, ("name", "ping"), ("payload", 5))).Should().Be("ping");
        ValueText.ToText(Record(RecordKind.Error, ("message", "no stock"))).Should().Be("no stock");
        ValueText.ToText(Record(RecordKind.Element, ("type", "media"), ("payload", Map(("kind", "image"), ("url", "u"))))).Should().Be("u");
        ValueText.ToText(Record(RecordKind.Element, ("type", "template"), ("payload", Map(("text", "Next?"))))).Should().Be("Next?");
        ValueText.ToText(Record(RecordKind.Context, ("id", "u1"))).Should().Be("{\"id\":\"u1\"}");
    }

    [Theory]
    [InlineData("nl", "Hallo")]
    [InlineData("nl_BE", "Hallo daar")]
    [InlineData("nl_BE.FORMAL", "Hallo daar")]
    [InlineData("nl_NL", "Hallo")]
    [InlineData("fr", "Bonjour")]
    [InlineData("de", "Bonjour")]
    public void Translatable_values_follow_the_locale_then_the_language_then_the_bots_locale(string locale, string text)
    {
        Value greeting = Map(("$i18n", true), ("en", "Hello"), ("nl", "Hallo"), ("nl_BE", "Hallo daar"), ("fr", "Bonjour"));
        ValueText.ToText(greeting, new LocaleContext(locale, "fr")).Should().Be(text);
    }

    [Fact]
    public void Translatable_values_fall_back_to_the_first_entry()
    {
        Value greeting = Map(("$i18n", true), ("it", "Ciao"), ("es", "Hola"));
        ValueText.ToText(greeting, new LocaleContext("de", "fr")).Should().Be("Ciao");
        ValueText.ToText(Map(("t", greeting)), new LocaleContext("es", "fr")).Should().Be("{\"t\":\"Hola\"}");
        ValueText.ToText(Map(("$i18n", false), ("it", "Ciao"))).Should().Be("{\"$i18n\":false,\"it\":\"Ciao\"}");
        ValueText.ToText(Map(("$i18n", true))).Should().BeEmpty();
    }

    [Fact]
    public void A_text_beyond_the_limit_is_an_error_also_when_its_parts_are_shared()
    {
        Value doubled = List("x");
        for (int i = 0; i < 60; i++)
        {
            doubled = List(doubled, doubled);
        }

        ValueText.ToText(doubled).Length.Should().Be(ExecutionLimits.Default.TextLength + 1);
        Value error = ValueText.Convert(doubled, LocaleContext.English, ExecutionLimits.Default);
        Error(error).Should().Be("a text would be longer than the limit of 1,048,576 characters");
        error.AsError()!.IsLimit.Should().BeTrue();
    }

    [Fact]
    public void Deep_nesting_does_not_crash()
    {
        Value nested = "x";
        Value other = "x";
        for (int i = 0; i < 200_000; i++)
        {
            nested = List(nested);
            other = List(other);
        }

        ValueText.ToText(nested).Should().BeEmpty();
        Error(ValueJson.Build(nested, LocaleContext.English, ExecutionLimits.Default)).Should().Be("a value is nested too deeply to be written as JSON");
        Error(ValueNormalizer.Normalize(nested, LocaleContext.English)).Should().Be("a value is nested too deeply to be sent");
        Equal(nested, other).Should().BeFalse();
    }
}
