using Bubblescript.Builtins;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

public sealed class DateFunctionTests
{
    [Theory]
    [InlineData("date_now()", "2024-05-01T12:00:00Z")]
    [InlineData("date_now(timezone: \"Europe/Amsterdam\")", "2024-05-01T14:00:00+02:00")]
    [InlineData("date_today(timezone: \"Pacific/Kiritimati\")", "2024-05-02")]
    [InlineData("date_format(\"2024-05-09T07:05:03.250+02:00\")", "2024-05-09T07:05:03.25+02:00")]
    [InlineData("date_format(\"2024-05-09\")", "2024-05-09")]
    [InlineData("date_format(\"2024-05-09T07:05:03+02:00\", \"{YYYY} {YY} {M} {0M} {Mshort} {Mfull} {D} {0D} {WDshort} {WDfull} {WDmon} {Wiso}\")", "2024 24 5 05 May May 9 09 Thu Thursday 4 19")]
    [InlineData("date_format(\"2024-05-09T07:05:03+02:00\", \"{h24} {0h24} {h12} {0h12} {m} {0m} {s} {0s} {am} {AM} {Z} {Z:}\")", "7 07 7 07 05 05 3 03 am AM +0200 +02:00")]
    [InlineData("date_format(\"2024-05-09T00:00:00\", \"{h12} {AM} {{x} {ISOdate} {ISOtime} {Zname}\")", "12 AM {x} 2024-05-09 00:00:00 UTC")]
    [InlineData("date_format(\"2024-05-09T13:00:00Z\", \"{RFC1123}\")", "Thu, 09 May 2024 13:00:00 +0000")]
    [InlineData("date_format(\"2024-05-09T13:00:00Z\", \"{0h24}:{m} {Zname}\", timezone: \"Europe/Rome\")", "15:00 Europe/Rome")]
    [InlineData("date_format(\"2024-05-09\", \"{WDfull} {D} {Mfull}\", locale: \"nl_BE\")", "donderdag 9 mei")]
    [InlineData("date_format(\"2024-03-09\", \"{WDfull} {Mfull}\", locale: \"de\")", "Samstag März")]
    [InlineData("date_format(\"2024-08-09\", \"{Mfull} {WDshort}\", locale: \"fr\")", "août ven.")]
    [InlineData("date_format(\"2024-05-09\", \"{Mfull}\", locale: \"xx\")", "May")]
    [InlineData("date_parse(\"2024-05-01T10:00\", timezone: \"Europe/Rome\")", "2024-05-01T10:00:00+02:00")]
    [InlineData("date_parse(\"1/5/2024\")", "2024-05-01")]
    [InlineData("date_parse(\"2024/5/1\")", "2024-05-01")]
    [InlineData("date_parse(\"31-12-1999\")", "1999-12-31")]
    [InlineData("date_parse(\"86400\")", "1970-01-02T00:00:00Z")]
    [InlineData("date_parse(\"-1\")", "1969-12-31T23:59:59Z")]
    [InlineData("date_parse(\"9 May 2024 1:05 pm\", \"{D} {Mfull} {YYYY} {h12}:{m} {am}\")", "2024-05-09T13:05:00Z")]
    [InlineData("date_parse(\"09.05.24\", \"{0D}.{0M}.{YY}\")", "2024-05-09")]
    [InlineData("date_parse(\"2024-05-09 10:00:00 -0130\", \"{ISOdate} {ISOtime}\")", null)]
    [InlineData("date_parse(\"05/09/2024 10:00 -0130\", \"{0M}/{0D}/{YYYY} {h24}:{m} {Z}\")", "2024-05-09T10:00:00-01:30")]
    [InlineData("date_parse(\"31-2-2024\")", null)]
    [InlineData("date_parse(\"tomorrow\")", null)]
    [InlineData("date_parse(\"9 Mai\", \"{D} {Mfull}\")", null)]
    [InlineData("date_add(\"2024-05-01\", 2, :weeks)", "2024-05-15")]
    [InlineData("date_add(\"2024-02-29\", 1, :year)", "2025-02-28")]
    [InlineData("date_add(\"2024-05-01\", 90, :minutes)", "2024-05-01T01:30:00Z")]
    [InlineData("date_add(\"2024-05-01T10:00:00+02:00\", 36, :hours)", "2024-05-02T22:00:00+02:00")]
    [InlineData("date_add(\"2024-05-01T10:00:00Z\", 1500, :milliseconds)", "2024-05-01T10:00:01.5Z")]
    [InlineData("date_subtract(\"2024-05-31\", 1, :months)", "2024-04-30")]
    [InlineData("date_timezone(\"2024-12-01\", \"America/New_York\")", "2024-11-30T19:00:00-05:00")]
    [InlineData("date_start(\"2024-05-15\", :weeks)", "2024-05-13")]
    [InlineData("date_end(\"2024-05-15\", :weeks)", "2024-05-19")]
    [InlineData("date_start(\"2024-05-15T13:45:59.5+02:00\", :hours)", "2024-05-15T13:00:00+02:00")]
    [InlineData("date_end(\"2024-05-15T13:45:59.5+02:00\", :days)", "2024-05-15T23:59:59+02:00")]
    [InlineData("date_end(\"2024-02-15\", :years)", "2024-12-31")]
    [InlineData("date_end(\"9999-12-31\", :weeks)", "9999-12-31")]
    [InlineData("date_start(\"2024-05-15\", :hours)", "2024-05-15T00:00:00Z")]
    [InlineData("date_from_unix(1.5)", "1970-01-01T00:00:01.5Z")]
    [InlineData("date_from_unix(0, timezone: \"Asia/Tokyo\")", "1970-01-01T09:00:00+09:00")]
    public void Dates_are_texts(string call, string? result) => ExpressionReader.Evaluate(call).Should().Be(Value.From(result));

    [Theory]
    [InlineData("date_diff(\"2024-05-10\", \"2020-05-01\", :years)", 4)]
    [InlineData("date_diff(\"2000-06-01\", \"2024-05-01\", :years)", -23)]
    [InlineData("date_diff(\"2024-02-29\", \"2024-01-31\", :months)", 1)]
    [InlineData("date_diff(\"2024-05-02\", \"2024-05-01\")", 86400)]
    [InlineData("date_diff(\"2024-05-10\", \"2024-05-01\", :weeks)", 1)]
    [InlineData("date_diff(\"2024-05-01T10:00:00+02:00\", \"2024-05-01T08:30:00Z\", :minutes)", -30)]
    [InlineData("date_diff(\"2024-05-01T00:00:00.900Z\", \"2024-05-01T00:00:00Z\", unit: :milliseconds)", 900)]
    [InlineData("date_unix(\"2024-05-01T12:00:00\")", 1714564800)]
    [InlineData("date_week(\"2021-01-03\")", 53)]
    [InlineData("date_weekday(\"2024-05-05\")", 7)]
    [InlineData("date_hour(\"2024-05-05\")", 0)]
    [InlineData("date_compare(\"2024-05-01\", \"2024-05-02\")", -1)]
    [InlineData("date_compare(\"2024-05-01T12:00:00Z\", \"2024-05-01T10:00:00-01:00\")", 1)]
    public void Numbers_of_dates(string call, long result) => ExpressionReader.Evaluate(call).Should().Be(Value.From(result));

    [Theory]
    [InlineData("date_between(\"2024-05-03\", \"2024-05-01\", \"2024-05-02\")", false)]
    [InlineData("date_valid(\"2024-02-30\")", false)]
    [InlineData("date_valid(\"2024-02-29T24:00:00\")", false)]
    [InlineData("date_valid(\"2024-02-29T23:59:59.123456789-11:30\")", true)]
    [InlineData("date_valid(5)", false)]
    [InlineData("date_valid(nil)", false)]
    public void Questions_about_dates(string call, bool result) => ExpressionReader.Evaluate(call).Should().Be(Value.From(result));

    [Theory]
    [InlineData("date_now(timezone: \"Mars\")", "date_now: \"Mars\" is no time zone; use a name such as \"Europe/Amsterdam\" or \"UTC\"")]
    [InlineData("date_timezone(\"2024-05-01\", \"CET+1\")", "date_timezone: \"CET+1\" is no time zone; use a name such as \"Europe/Amsterdam\" or \"UTC\"")]
    [InlineData("date_diff(\"2024-05-01\", \"2024-05-01\", :fortnights)", "date_diff: \"fortnights\" is no unit; use :years, :months, :weeks, :days, :hours, :minutes, :seconds or :milliseconds")]
    [InlineData("date_format(\"2024-05-01\", \"{foo}\")", "date_format: unknown directive {foo} in a date format")]
    [InlineData("date_format(\"2024-05-01\", \"{D\")", "date_format: the directive {D in a date format has no closing brace; write {{ for a brace")]
    [InlineData("date_parse(\"1\", \"{foo}\")", "date_parse: unknown directive {foo} in a date format")]
    [InlineData("date_add(\"soon\", 1, :days)", "date_add: argument 1 must be date, got string (\"soon\")")]
    [InlineData("date_add(\"9999-12-31\", 1, :days)", "date_add: the result is not between the years 1 and 9999")]
    [InlineData("date_add(\"0001-01-01\", -1, :months)", "date_add: the result is not between the years 1 and 9999")]
    [InlineData("date_add(\"2024-01-01\", 9223372036854775807, :years)", "date_add: the result is not between the years 1 and 9999")]
    [InlineData("date_add(\"2024-01-01\", 999999999999999, :seconds)", "date_add: the result is not between the years 1 and 9999")]
    [InlineData("date_from_unix(99999999999999)", "date_from_unix: the result is not between the years 1 and 9999")]
    public void Wrong_dates_are_errors(string call, string message) => Error(ExpressionReader.Evaluate(call)).Should().Be(message);

    [Fact]
    public void The_default_zone_is_the_users()
    {
        TestFunctionContext context = new() { UsedTimeZone = "Europe/Amsterdam", UsedLocale = new LocaleContext("nl", "en") };
        ExpressionReader.Evaluate("date_now()", context).Should().Be(Value.From("2024-05-01T14:00:00+02:00"));
        ExpressionReader.Evaluate("date_unix(\"1970-01-02T01:00:00\")", context).Should().Be(Value.From(86400));
        ExpressionReader.Evaluate("date_add(\"2024-03-30T12:00:00\", 1, :days)", context).Should().Be(Value.From("2024-03-31T12:00:00+02:00"));
        ExpressionReader.Evaluate("date_add(\"2024-03-30T12:00:00\", 24, :hours)", context).Should().Be(Value.From("2024-03-31T13:00:00+02:00"));
        ExpressionReader.Evaluate("date_format(\"2024-05-01\", \"{Mfull}\")", context).Should().Be(Value.From("mei"));
        ExpressionReader.Evaluate("date_start(\"2024-05-15T10:00:00\", :days)", context).Should().Be(Value.From("2024-05-15T00:00:00+02:00"));
        ExpressionReader.Evaluate("join_and([\"a\", \"b\"])", context).Should().Be(Value.From("a en b"));
        ExpressionReader.Evaluate("format_number(1234.5, 1)", context).Should().Be(Value.From("1.234,5"));
        ExpressionReader.Evaluate("_(\"Hello\")", context).Should().Be(Value.From("Hallo"));
    }
}
