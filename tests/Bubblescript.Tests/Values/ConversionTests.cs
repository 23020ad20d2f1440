using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Values;

public sealed class ConversionTests
{
    [Theory]
    [InlineData(" 5 ", "5")]
    [InlineData("-7", "-7")]
    [InlineData("+7", "7")]
    [InlineData("2.50", "2.5")]
    [InlineData("1.0e3", "1000.0")]
    [InlineData("1_000", "1000")]
    [InlineData("5.", null)]
    [InlineData(".5", null)]
    [InlineData("1e3", null)]
    [InlineData("abc", null)]
    [InlineData("", null)]
    [InlineData("_1", null)]
    [InlineData("1.0e", null)]
    [InlineData("- 5", null)]
    [InlineData("0x10", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("1.0e999", null)]
    public void Numbers_are_read_from_literals_only(string text, string? expected)
    {
        bool isNumber = NumberText.TryParse(text, out Value number);
        (isNumber ? ValueText.ToText(number) : null).Should().Be(expected);
    }

    [Theory]
    [InlineData("1h30m", 5400)]
    [InlineData("500ms", 0.5)]
    [InlineData("2w 1d", 1_296_000)]
    [InlineData("1.5h", 5400)]
    [InlineData("10 s", 10)]
    public void Durations_are_numbers_with_units(string text, double seconds)
    {
        Duration.TryParse(text, out TimeSpan duration).Should().BeTrue();
        duration.TotalSeconds.Should().Be(seconds);
    }

    [Fact]
    public void Durations_are_also_seconds_entities_and_infinity()
    {
        Duration.TryParse(90, out TimeSpan duration).Should().BeTrue();
        duration.Should().Be(TimeSpan.FromSeconds(90));
        Duration.TryParse(Entity(1.5), out duration).Should().BeTrue();
        duration.Should().Be(TimeSpan.FromSeconds(1.5));
        Duration.TryParse(Value.AtomOf("infinity"), out duration).Should().BeTrue();
        duration.Should().Be(Duration.Infinite);
        foreach (Value wrong in new Value[] { "90", "", "5 parsecs", "m", "1h-3m", -1, 1e300, List(), default, true, Value.AtomOf("soon") })
        {
            Duration.TryParse(wrong, out _).Should().BeFalse(ValueDescription.Describe(wrong));
        }
    }

    [Fact]
    public void Locations_have_four_forms()
    {
        foreach (Value form in new[] { List(4.25, 52.5), Map(("lat", 52.5), ("lon", 4.25), ("zoom", 3)), Record(RecordKind.Location, ("lat", 52.5), ("lon", 4.25)), "52.5, 4.25" })
        {
            GeoLocation.TryRead(form, out double latitude, out double longitude).Should().BeTrue();
            (latitude, longitude).Should().Be((52.5, 4.25));
        }

        foreach (Value wrong in new Value[] { List(4.25), List("4.25", "52.5"), Map(("lat", 52.5)), "Amsterdam", "52.5", "1,2,3", 5, default })
        {
            GeoLocation.TryRead(wrong, out _, out _).Should().BeFalse(ValueDescription.Describe(wrong));
        }
    }

    [Fact]
    public void Distances_are_great_circles()
    {
        GeoLocation.Distance(52, 4, 52, 4).Should().Be(0);
        GeoLocation.Distance(0, 0, 0, 180).Should().BeApproximately(Math.PI * 6371008.8, 1e-6);
        GeoLocation.Distance(0, 0, 1, 0).Should().BeApproximately(Math.PI * 6371008.8 / 180, 1e-6);
        GeoLocation.Distance(52.3676, 4.9041, 51.9244, 4.4777).Should().BeApproximately(57_420, 200);
    }

    [Fact]
    public void Json_keeps_integers_floats_and_the_order_of_keys()
    {
        ValueJson.Parse("{\"b\":1,\"a\":[1.0,1e2,null,true,\"x\\u00e9\"],\"b\":2}")
            .Should().Be(Map(("b", 2), ("a", List(1.0, 100.0, default, true, "xé"))));
        ValueJson.Parse("12345678901234567890").Should().Be(Value.From(12345678901234567890.0));
        ValueJson.ToJson(Map(("a", 1.0), ("t", "\u0001<é>"), ("r", Range(1, 2)), ("m", Message("hi")), ("e", Entity(3)))).Should()
            .Be("{\"a\":1.0,\"t\":\"\\u0001<é>\",\"r\":[1,2],\"m\":\"hi\",\"e\":3}");
        ValueJson.ToElement(Map(("a", List(Value.Nil)))).GetRawText().Should().Be("{\"a\":[null]}");
    }

    [Fact]
    public void Wrong_json_is_an_error_with_its_place()
    {
        Error(ValueJson.Parse("[1,\n2,,]")).Should().Be("the text is no valid JSON (line 2, character 3)");
        Error(ValueJson.Parse("")).Should().Be("the text is no valid JSON (line 1, character 1)");
        Error(ValueJson.Parse("{\n\"é😀\": x}")).Should().Be("the text is no valid JSON (line 2, character 8)");
        Error(ValueJson.Parse("1e999")).Should().Be("the number 1e999 is too large");
        Error(ValueJson.Parse("[\"\\ud800\"]")).Should().Be("the text is no valid JSON: an escape makes half of a surrogate pair");
        Error(ValueJson.Parse("{\"\\ud800\":1}")).Should().Be("the text is no valid JSON: an escape makes half of a surrogate pair");
        Error(ValueJson.Parse("\"\ud800\"")).Should().StartWith("the text is no valid JSON");
        Error(ValueJson.Parse(new string('[', 100_000))).Should().StartWith("the text is no valid JSON");
        Error(ValueJson.Parse("[1,2,3]", new ExecutionLimits { ListLength = 2 })).Should().Be("a list or map would be larger than the limit of 2 items");
    }

    [Fact]
    public void Normalising_makes_plain_values_and_keeps_plain_ones()
    {
        Value plain = Map(("a", List(1, "x", default)), ("b", 2.5));
        ValueNormalizer.Normalize(plain, LocaleContext.English).AsMap().Should().BeSameAs(plain.AsMap());
        Value mixed = Map(
            ("atom", Value.AtomOf("x")),
            ("none", default),
            ("range", Range(1, 3)),
            ("message", Message("hi")),
            ("entity", Entity(Value.AtomOf("red"))),
            ("location", Record(RecordKind.Location, ("lat", 1.5), ("lon", 2.5))),
            ("text", Map(("$i18n", true), ("en", "Yes"), ("nl", "Ja"))));
        ValueNormalizer.Normalize(mixed, new LocaleContext("nl", "en")).Should().Be(Map(
            ("atom", "x"),
            ("range", List(1, 2, 3)),
            ("message", "hi"),
            ("entity", "red"),
            ("location", Map(("lat", 1.5), ("lon", 2.5))),
            ("text", "Ja")));
    }

    [Fact]
    public void Normalising_stops_at_the_limit()
    {
        Value doubled = List("x");
        for (int i = 0; i < 60; i++)
        {
            doubled = List(doubled, doubled);
        }

        Error(ValueNormalizer.Normalize(doubled, LocaleContext.English)).Should().Be("a value is larger than the limit of 4,194,304 bytes");
        Error(ValueNormalizer.Normalize(Range(1, long.MaxValue), LocaleContext.English)).Should().Be("a list or map would be larger than the limit of 200,000 items");
    }

    [Fact]
    public void Iteration_goes_through_lists_and_ranges_only()
    {
        Iteration.TryGetItems(Range(2, 4), out ListValue items).Should().BeTrue();
        items.Should().Equal(2L, 3L, 4L);
        Iteration.TryGetItems(Map(("a", 1)), out _).Should().BeFalse();
        Iteration.TryGetItems(default, out _).Should().BeFalse();
        Iteration.TryGetCount(Range(1, 1_000_000_000), out long count).Should().BeTrue();
        count.Should().Be(1_000_000_000);
        Iteration.ItemAt(Range(1, 1_000_000_000), 999_999_999).Should().Be(Value.From(1_000_000_000));
        Iteration.ItemAt(List("a", "b"), 1).Should().Be(Value.From("b"));
    }
}
