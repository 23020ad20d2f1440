using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Tests.Matching;

/// <summary>The built-in recognisers, at half past ten on Wednesday, the 15th of May 2024, in Amsterdam.</summary>
public sealed class EntityRecognizerTests
{
    private static readonly AnalysisContext Context = new()
    {
        Now = new DateTimeOffset(2024, 5, 15, 8, 30, 0, TimeSpan.Zero),
        TimeZone = "Europe/Amsterdam",
    };

    [Theory]
    [InlineData("now", "now: 2024-05-15T10:30:00 second")]
    [InlineData("let's meet tomorrow", "tomorrow: 2024-05-16T00:00 day")]
    [InlineData("tomorrow at 5pm please", "tomorrow at 5pm: 2024-05-16T17:00 hour")]
    [InlineData("at 5", "5: 2024-05-15T17:00 hour")]
    [InlineData("book a table at 7:30", "7:30: 2024-05-15T19:30 minute")]
    [InlineData("17:45", "17:45: 2024-05-15T17:45 minute")]
    [InlineData("5:30 pm", "5:30 pm: 2024-05-15T17:30 minute")]
    [InlineData("half past five", "half past five: 2024-05-15T17:30 minute")]
    [InlineData("quarter to six", "quarter to six: 2024-05-15T17:45 minute")]
    [InlineData("ten past 8", "ten past 8: 2024-05-15T20:10 minute")]
    [InlineData("noon", "noon: 2024-05-15T12:00 hour")]
    [InlineData("tonight", "tonight: 2024-05-15T18:00 to 2024-05-16T00:00")]
    [InlineData("tonight at 8", "tonight at 8: 2024-05-15T20:00 hour")]
    [InlineData("this morning", "this morning: 2024-05-15T04:00 to 2024-05-15T12:00")]
    [InlineData("this afternoon", "this afternoon: 2024-05-15T12:00 to 2024-05-15T19:00")]
    [InlineData("tomorrow morning", "tomorrow morning: 2024-05-16T04:00 to 2024-05-16T12:00")]
    [InlineData("tomorrow morning at 9", "tomorrow morning at 9: 2024-05-16T09:00 hour")]
    [InlineData("friday", "friday: 2024-05-17T00:00 day")]
    [InlineData("last", "none")]
    [InlineData("what about next", "none")]
    [InlineData("last night", "last night: 2024-05-14T18:00 to 2024-05-15T00:00")]
    [InlineData("from 9 to 5", "from 9 to 5: 2024-05-16T09:00 to 2024-05-16T17:00")]
    [InlineData("next friday", "next friday: 2024-05-24T00:00 day")]
    [InlineData("this friday", "this friday: 2024-05-17T00:00 day")]
    [InlineData("last friday", "last friday: 2024-05-10T00:00 day")]
    [InlineData("on friday at 3pm", "friday at 3pm: 2024-05-17T15:00 hour")]
    [InlineData("wednesday", "wednesday: 2024-05-22T00:00 day")]
    [InlineData("next week", "next week: 2024-05-20T00:00 week")]
    [InlineData("last month", "last month: 2024-04-01T00:00 month")]
    [InlineData("this year", "this year: 2024-01-01T00:00 year")]
    [InlineData("in 3 days", "in 3 days: 2024-05-18T10:00 hour")]
    [InlineData("in an hour", "in an hour: 2024-05-15T11:30 minute")]
    [InlineData("in half an hour", "in half an hour: 2024-05-15T11:00 minute")]
    [InlineData("two weeks ago", "two weeks ago: 2024-05-01T00:00 day")]
    [InlineData("3 days from now", "3 days from now: 2024-05-18T10:00 hour")]
    [InlineData("2024-05-16", "2024-05-16: 2024-05-16T00:00 day")]
    [InlineData("2024-05-16T10:30", "2024-05-16T10:30: 2024-05-16T10:30 minute")]
    [InlineData("2024-05-16 22:30", "2024-05-16 22:30: 2024-05-16T22:30 minute")]
    [InlineData("16/05/2024", "16/05/2024: 2024-05-16T00:00 day")]
    [InlineData("5/6", "5/6: 2025-05-06T00:00 day")]
    [InlineData("16.5.2024", "16.5.2024: 2024-05-16T00:00 day")]
    [InlineData("May 16", "May 16: 2024-05-16T00:00 day")]
    [InlineData("16 May", "16 May: 2024-05-16T00:00 day")]
    [InlineData("the 16th of May", "the 16th of May: 2024-05-16T00:00 day")]
    [InlineData("May 16th, 2025", "May 16th, 2025: 2025-05-16T00:00 day")]
    [InlineData("june 2025", "june 2025: 2025-06-01T00:00 month")]
    [InlineData("in may", "may: 2024-05-01T00:00 month")]
    [InlineData("may i help you", "none")]
    [InlineData("march", "none")]
    [InlineData("in march", "march: 2025-03-01T00:00 month")]
    [InlineData("the 3rd", "the 3rd: 2024-06-03T00:00 day")]
    [InlineData("from 3pm to 5pm", "from 3pm to 5pm: 2024-05-15T15:00 to 2024-05-15T17:00")]
    [InlineData("from 3 to 5pm", "from 3 to 5pm: 2024-05-15T15:00 to 2024-05-15T17:00")]
    [InlineData("3-5pm", "3-5pm: 2024-05-15T15:00 to 2024-05-15T17:00")]
    [InlineData("between 9 and 11", "between 9 and 11: 2024-05-15T21:00 to 2024-05-15T23:00")]
    [InlineData("from monday to friday", "from monday to friday: 2024-05-20T00:00 to 2024-05-25T00:00")]
    [InlineData("monday till wednesday", "monday till wednesday: 2024-05-20T00:00 to 2024-05-23T00:00")]
    [InlineData("until friday", "until friday: ... to 2024-05-17T00:00")]
    [InlineData("after 5pm", "after 5pm: 2024-05-15T17:00 to ...")]
    [InlineData("before tomorrow", "before tomorrow: ... to 2024-05-16T00:00")]
    [InlineData("this weekend", "this weekend: 2024-05-17T18:00 to 2024-05-20T00:00")]
    [InlineData("the next 3 days", "the next 3 days: 2024-05-16T00:00 to 2024-05-19T00:00")]
    [InlineData("christmas", "christmas: 2024-12-25T00:00 day")]
    [InlineData("christmas eve at 8", "christmas eve at 8: 2024-12-24T08:00 hour")]
    [InlineData("8 in the evening", "8 in the evening: 2024-05-15T20:00 hour")]
    [InlineData("at 8 in the morning", "8 in the morning: 2024-05-16T08:00 hour")]
    [InlineData("5pm tomorrow", "5pm tomorrow: 2024-05-16T17:00 hour")]
    [InlineData("at 8 on friday", "8 on friday: 2024-05-17T08:00 hour")]
    [InlineData("Thursday, May 16 at noon", "Thursday, May 16 at noon: 2024-05-16T12:00 hour")]
    [InlineData("5 people", "none")]
    [InlineData("I have 12 apples", "none")]
    [InlineData("10.5 euros", "none")]
    [InlineData("10%", "none")]
    [InlineData("the day after tomorrow", "the day after tomorrow: 2024-05-17T00:00 day")]
    [InlineData("next monday morning", "next monday morning: 2024-05-20T04:00 to 2024-05-20T12:00")]
    [InlineData("9 o'clock", "9 o'clock: 2024-05-15T21:00 hour")]
    [InlineData("midnight", "midnight: 2024-05-16T00:00 hour")]
    [InlineData("12:30", "12:30: 2024-05-15T12:30 minute")]
    [InlineData("at 12", "12: 2024-05-15T12:00 hour")]
    [InlineData("9am", "9am: 2024-05-16T09:00 hour")]
    [InlineData("9 a.m.", "9 a.m.: 2024-05-16T09:00 hour")]
    [InlineData("20 minutes ago", "20 minutes ago: 2024-05-15T10:10:00 second")]
    [InlineData("year 2025", "none")]
    [InlineData("next month", "next month: 2024-06-01T00:00 month")]
    [InlineData("second of june", "second of june: 2024-06-02T00:00 day")]
    [InlineData("the first of june", "the first of june: 2024-06-01T00:00 day")]
    [InlineData("at 5 people", "none")]
    [InlineData("room 101", "none")]
    [InlineData("sun is shining", "none")]
    [InlineData("next sat", "next sat: 2024-05-25T00:00 day")]
    [InlineData("I sat down", "none")]
    [InlineData("in 2025", "2025: 2025-01-01T00:00 year")]
    [InlineData("between 5 and 7pm", "between 5 and 7pm: 2024-05-15T17:00 to 2024-05-15T19:00")]
    [InlineData("5 to 10", "5 to 10: 2024-05-15T21:55 minute")]
    [InlineData("20 minutes to 7", "20 minutes to 7: 2024-05-15T18:40 minute")]
    [InlineData("from 9:00 to 17:00", "from 9:00 to 17:00: 2024-05-16T09:00 to 2024-05-16T17:00")]
    [InlineData("9:00-17:00", "9:00-17:00: 2024-05-16T09:00 to 2024-05-16T17:00")]
    [InlineData("10am-2pm", "10am-2pm: 2024-05-16T10:00 to 2024-05-16T14:00")]
    [InlineData("since 2019", "since 2019: 2019-01-01T00:00 to ...")]
    [InlineData("tomorrow, 9am", "tomorrow, 9am: 2024-05-16T09:00 hour")]
    [InlineData("monday at noon until 3pm", "monday at noon until 3pm: 2024-05-20T12:00 to 2024-05-20T15:00")]
    [InlineData("tomorrow from 9 to 11", "tomorrow from 9 to 11: 2024-05-16T09:00 to 2024-05-16T11:00")]
    [InlineData("tomorrow between 2 and 4", "tomorrow between 2 and 4: 2024-05-16T14:00 to 2024-05-16T16:00")]
    [InlineData("tomorrow 3-5pm", "tomorrow 3-5pm: 2024-05-16T15:00 to 2024-05-16T17:00")]
    [InlineData("friday, from 10 to 2", "friday, from 10 to 2: 2024-05-17T10:00 to 2024-05-17T14:00")]
    [InlineData("monday morning between 9 and 10", "monday morning between 9 and 10: 2024-05-20T09:00 to 2024-05-20T10:00")]
    [InlineData("tomorrow from 11pm to 1am", "tomorrow from 11pm to 1am: 2024-05-16T23:00 to 2024-05-17T01:00")]
    [InlineData("from 3 pm until 5 pm tomorrow", "from 3 pm until 5 pm tomorrow: 2024-05-16T15:00 to 2024-05-16T17:00")]
    [InlineData("between 9 and 11 tomorrow", "between 9 and 11 tomorrow: 2024-05-16T09:00 to 2024-05-16T11:00")]
    [InlineData("tomorrow from home", "tomorrow: 2024-05-16T00:00 day")]
    [InlineData("since monday", "since monday: 2024-05-13T00:00 to ...")]
    [InlineData("since 9", "since 9: 2024-05-15T09:00 to ...")]
    [InlineData("since 11pm", "since 11pm: 2024-05-14T23:00 to ...")]
    [InlineData("since june", "since june: 2023-06-01T00:00 to ...")]
    [InlineData("since yesterday", "since yesterday: 2024-05-14T00:00 to ...")]
    [InlineData("2024-05-16T10:30:00Z", "2024-05-16T10:30:00Z: 2024-05-16T12:30:00 second")]
    [InlineData("2024-05-16T10:30:00.250Z", "2024-05-16T10:30:00.250Z: 2024-05-16T12:30:00 second")]
    [InlineData("2024-05-16T10:30-05:00", "2024-05-16T10:30-05:00: 2024-05-16T17:30 minute")]
    [InlineData("2024-05-16T10:30+18:00", "2024-05-16T10:30+18:00: 2024-05-15T18:30 minute")]
    [InlineData("2024-05-16T10:30+18:30", "2024-05-16T10:30: 2024-05-16T10:30 minute")]
    [InlineData("9999-12-31T23:30-05:00", "none")]
    [InlineData("Sat!", "Sat: 2024-05-18T00:00 day")]
    [InlineData("mon 3pm", "mon 3pm: 2024-05-20T15:00 hour")]
    [InlineData("I sat 3 hours", "none")]
    public void Times_are_recognised(string text, string expected) => Describe("time", text).Should().Be(expected);

    [Theory]
    [InlineData("3 days", "3 days: 3 day")]
    [InlineData("half an hour", "half an hour: 30 minute")]
    [InlineData("a quarter of an hour", "a quarter of an hour: 15 minute")]
    [InlineData("2 hours 0 minutes", "2 hours 0 minutes: 120 minute")]
    [InlineData("two years and 3 months", "two years and 3 months: 27 month")]
    [InlineData("99999999999999999999 years", "none")]
    [InlineData("2 hours and 30 minutes", "2 hours and 30 minutes: 150 minute")]
    [InlineData("1h30m", "1h30m: 90 minute")]
    [InlineData("an hour and a half", "an hour and a half: 90 minute")]
    [InlineData("a couple of weeks", "a couple of weeks: 2 week")]
    [InlineData("2.5 hours", "2.5 hours: 150 minute")]
    [InlineData("1 hour 30 min", "1 hour 30 min: 90 minute")]
    [InlineData("90 min", "90 min: 90 minute")]
    [InlineData("a day", "a day: 1 day")]
    [InlineData("a dog", "none")]
    public void Durations_are_recognised(string text, string expected) => Describe("duration", text).Should().Be(expected);

    [Theory]
    [InlineData("$10", "$10: 10 $")]
    [InlineData("10.50 euros", "10.50 euros: 10.5 EUR")]
    [InlineData("€ 12,000.50", "€ 12,000.50: 12000.5 EUR")]
    [InlineData("USD 5", "USD 5: 5 USD")]
    [InlineData("five dollars", "five dollars: 5 $")]
    [InlineData("two dollars and 20 cents", "two dollars and 20 cents: 2.2 $")]
    [InlineData("$3 million", "$3 million: 3000000 $")]
    [InlineData("£5", "£5: 5 £")]
    [InlineData("10€", "10€: 10 EUR")]
    [InlineData("20 bucks", "20 bucks: 20 $")]
    [InlineData("a dollar", "a dollar: 1 $")]
    public void Amounts_of_money_are_recognised(string text, string expected) => Describe("amount_of_money", text).Should().Be(expected);

    [Theory]
    [InlineData("10 miles", "10 miles: 10 mile")]
    [InlineData("5km", "5km: 5 kilometre")]
    [InlineData("six feet", "six feet: 6 foot")]
    [InlineData("half a mile", "half a mile: 0.5 mile")]
    public void Distances_are_recognised(string text, string expected) => Describe("distance", text).Should().Be(expected);

    [Theory]
    [InlineData("20 degrees", "20 degrees: 20 degree")]
    [InlineData("-5 °C", "-5 °C: -5 celsius")]
    [InlineData("70 fahrenheit", "70 fahrenheit: 70 fahrenheit")]
    [InlineData("20 degrees celsius", "20 degrees celsius: 20 celsius")]
    [InlineData("minus 5 degrees", "minus 5 degrees: -5 degree")]
    [InlineData("21°C", "21°C: 21 celsius")]
    public void Temperatures_are_recognised(string text, string expected) => Describe("temperature", text).Should().Be(expected);

    [Theory]
    [InlineData("2 litres", "2 litres: 2 litre")]
    [InlineData("500ml", "500ml: 500 millilitre")]
    [InlineData("a gallon", "a gallon: 1 gallon")]
    public void Volumes_are_recognised(string text, string expected) => Describe("volume", text).Should().Be(expected);

    [Theory]
    [InlineData("2 cups of sugar", "2 cups of sugar: 2 cup sugar")]
    [InlineData("3 kg", "3 kg: 3000 gram")]
    [InlineData("a pound of flour", "a pound of flour: 1 pound flour")]
    [InlineData("200 grams", "200 grams: 200 gram")]
    public void Quantities_are_recognised(string text, string expected) => Describe("quantity", text).Should().Be(expected);

    [Theory]
    [InlineData("call +31 20 123 4567 now", "+31 20 123 4567: (+31) 201234567")]
    [InlineData("(555) 123-4567", "(555) 123-4567: 5551234567")]
    [InlineData("555-123-4567", "555-123-4567: 5551234567")]
    [InlineData("0201234567", "0201234567: 0201234567")]
    [InlineData("+31201234567", "+31201234567: (+31) 201234567")]
    [InlineData("+16507018887", "+16507018887: (+1) 6507018887")]
    [InlineData("on 2024-05-16", "none")]
    [InlineData("12345", "none")]
    public void Telephone_numbers_are_recognised(string text, string expected) => Describe("phone_number", text).Should().Be(expected);

    [Theory]
    [InlineData("4111 1111 1111 1111", "4111 1111 1111 1111: 4111111111111111 visa")]
    [InlineData("4111 1111 1111 1112", "none")]
    [InlineData("378282246310005", "378282246310005: 378282246310005 amex")]
    public void Credit_card_numbers_are_recognised(string text, string expected) => Describe("credit_card_number", text).Should().Be(expected);

    [Theory]
    [InlineData("the 3rd one", "3rd: 3")]
    [InlineData("twenty-second", "twenty-second: 22")]
    [InlineData("first", "first: 1")]
    [InlineData("the best", "none")]
    public void Ordinals_are_recognised(string text, string expected) => Describe("ordinal", text).Should().Be(expected);

    [Theory]
    [InlineData("twenty-one", "twenty-one: 21")]
    [InlineData("two hundred and five", "two hundred and five: 205")]
    [InlineData("one hundred and twenty three thousand four hundred and fifty six", "one hundred and twenty three thousand four hundred and fifty six: 123456")]
    [InlineData("a dozen eggs", "a dozen: 12")]
    [InlineData("half a dozen", "half a dozen: 6")]
    [InlineData("three point five", "three point five: 3.5")]
    [InlineData("minus ten", "minus ten: -10")]
    [InlineData("5 and a half", "5 and a half: 5.5")]
    [InlineData("5 and a halfling", "5: 5")]
    [InlineData("5.5 and a half", "5.5: 5.5")]
    [InlineData("-15", "-15: -15")]
    [InlineData("1,000.50", "1,000.50: 1000.5")]
    [InlineData("3 million", "3 million: 3000000")]
    [InlineData("5k", "5k: 5000")]
    [InlineData("10kg", "10: 10")]
    [InlineData("b2b", "none")]
    [InlineData("10/12/2024", "none")]
    [InlineData("1.2.3", "none")]
    [InlineData("four five", "four: 4")]
    [InlineData("zero", "zero: 0")]
    [InlineData("about 12 of us", "12: 12")]
    [InlineData("a hundred", "a hundred: 100")]
    [InlineData("a thousand and one", "a thousand and one: 1001")]
    [InlineData("one and a half", "one and a half: 1.5")]
    [InlineData("seventeen hundred", "seventeen hundred: 1700")]
    [InlineData("4th", "none")]
    [InlineData("plenty", "none")]
    [InlineData("someone", "none")]
    [InlineData("anyone for two?", "two: 2")]
    [InlineData("3.", "3: 3")]
    [InlineData("(3)", "3: 3")]
    [InlineData("3, 4", "3: 3")]
    [InlineData("two hundred and five people", "two hundred and five: 205")]
    [InlineData("five and six", "five: 5")]
    public void Numbers_are_recognised(string text, string expected) => Describe("number", text).Should().Be(expected);

    [Theory]
    [InlineData("mail ann@example.com.", "ann@example.com: ann@example.com")]
    [InlineData("kim.o'hara+x@sub.example.co.uk", "kim.o'hara+x@sub.example.co.uk: kim.o'hara+x@sub.example.co.uk")]
    [InlineData("@ann", "none")]
    [InlineData("a@b", "none")]
    public void Mail_addresses_are_recognised(string text, string expected) => Describe("email", text).Should().Be(expected);

    [Theory]
    [InlineData("see https://example.com/a?b=c#d.", "https://example.com/a?b=c#d: https://example.com/a?b=c#d example.com")]
    [InlineData("www.example.com", "www.example.com: www.example.com example.com")]
    [InlineData("example.org", "example.org: example.org example.org")]
    [InlineData("e.g. this", "none")]
    [InlineData("http://localhost:8080/x", "http://localhost:8080/x: http://localhost:8080/x localhost")]
    [InlineData("mail ann@example.com", "none")]
    [InlineData("(https://example.com/x)", "https://example.com/x: https://example.com/x example.com")]
    public void Web_addresses_are_recognised(string text, string expected) => Describe("url", text).Should().Be(expected);

    [Fact]
    public void Of_overlapping_entities_the_longer_is_taken() =>
        Find("[number] | [distance]", "10 miles").Should().ContainSingle(entity => entity.Kind == "distance");

    [Fact]
    public void Of_equally_long_entities_the_kind_that_the_pattern_names_first_is_taken()
    {
        Find("[phone_number] | [number]", "0201234567").Should().ContainSingle(entity => entity.Kind == "phone_number");
        Find("[number] | [phone_number]", "0201234567").Should().ContainSingle(entity => entity.Kind == "number");
    }

    [Fact]
    public void Only_kinds_that_the_pattern_names_are_replaced()
    {
        BmlPattern.Parse("[number] miles").Match(Analyze("10 miles")).Should().NotBeNull();
        BmlPattern.Parse("10 miles").Match(Analyze("10 miles")).Should().NotBeNull();
    }

    [Fact]
    public void An_entity_is_a_record_with_the_fields_of_the_language()
    {
        UtteranceMatch match = BmlPattern.Parse("run [distance]").Match(Analyze("I run 10 miles."))!;

        RecordValue record = match["distance"]!.ToValue().AsRecord()!;
        record.RecordKind.Should().Be(RecordKind.Entity);
        record.Fields.Keys.Should().Equal("kind", "provider", "value", "raw", "extra");
        record["provider"].AsString().Should().Be("builtin");
        record["raw"].AsString().Should().Be("10 miles");
        record["extra"].AsMap()!["unit"].AsString().Should().Be("mile");
    }

    [Fact]
    public void An_entity_inside_a_contraction_is_found_beside_the_words_written_out() =>
        BmlPattern.Parse("i be [number=age]").Match(Analyze("I'm 25"))!["age"]!.Entity!.Value.AsInteger().Should().Be(25);

    [Fact]
    public void An_unknown_time_zone_counts_as_UTC()
    {
        Utterance utterance = EnglishAnalyzer.Instance.Analyze("now", Context with { TimeZone = "Nowhere/Else" });

        BmlPattern.Parse("[time]").Match(utterance)!["time"]!.Entity!.Value.AsString().Should().Be("2024-05-15T08:30:00.000+00:00");
    }

    [Fact]
    public void Outside_the_United_States_the_day_comes_before_the_month() =>
        BmlPattern.Parse("[time]").Match(EnglishAnalyzer.Instance.Analyze("5/6/2024", Context with { Locale = "en_GB" }))!["time"]!
            .Entity!.Value.AsString().Should().StartWith("2024-06-05");

    [Fact]
    public void Positions_of_entities_count_code_points()
    {
        RecognizedEntity entity = Find("[number]", "👍👍 12").Single();

        (entity.Start, entity.End).Should().Be((3, 5));
    }

    private static Utterance Analyze(string text) => EnglishAnalyzer.Instance.Analyze(text, Context);

    private static IEnumerable<RecognizedEntity> Find(string pattern, string text) =>
        BmlPattern.Parse(pattern).Match(Analyze(text))!.Captures.Select(capture => capture.Entity!);

    /// <summary>The first entity as its text, its value and the most telling of its further data.</summary>
    private static string Describe(string kind, string text)
    {
        if (BmlPattern.Parse($"[{kind}]").Match(Analyze(text))?[kind]?.Entity is not { } entity)
        {
            return "none";
        }

        if (kind == "time")
        {
            return $"{entity.Raw}: {DescribeTime(entity)}";
        }

        IEnumerable<string> details = new[] { "unit", "product", "domain", "issuer" }.Select(name => entity.Extra[name]).Where(value => !value.IsNil).Select(value => $" {value}");
        return $"{entity.Raw}: {entity.Value}{string.Concat(details)}";
    }

    private static string DescribeTime(RecognizedEntity entity)
    {
        string grain = entity.Extra["grain"].ToString();
        return entity.Extra["type"].AsString() == "interval"
            ? $"{Minute(entity.Extra["from"].AsMap())} to {Minute(entity.Extra["to"].AsMap())}"
            : $"{entity.Value.AsString()![..(grain == "second" ? 19 : 16)]} {grain}";
    }

    private static string Minute(MapValue? point) => point?["value"].AsString()![..16] ?? "...";
}
