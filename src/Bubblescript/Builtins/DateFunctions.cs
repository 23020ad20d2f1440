using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions on dates (builtin functions, section 6).</summary>
internal static class DateFunctions
{
    public const string Topic = "Dates";

    private static readonly FunctionParameter TimeZone = Declare.Optional("timezone", ParameterType.Text, "the user's, else UTC");
    private static readonly FunctionParameter Seconds = Declare.Option("unit", ParameterType.Text, Value.AtomOf("seconds"));

    public static ImmutableArray<BuiltinFunction> All { get; } = [.. Clock(), .. Texts(), .. Calculations(), .. Parts(), .. Comparisons()];

    private static ImmutableArray<BuiltinFunction> Clock() =>
    [
        new("date_now", [TimeZone], "date", "The current time.", DateText.Now)
        {
            Topic = Topic, Purity = FunctionPurity.Reading, Example = "date_valid(date_now())", ExampleResult = "true",
        },
        new("date_today", [TimeZone], "date", "The current date.", DateText.Today)
        {
            Topic = Topic, Purity = FunctionPurity.Reading, Example = "length(date_today())", ExampleResult = "10",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Texts() =>
    [
        new(
            "date_format",
            [
                Declare.Date("date"), Declare.Option("format", ParameterType.Text, "{ISO:Extended}"),
                Declare.Optional("locale", ParameterType.Text, "the conversation's"), Declare.Optional("timezone", ParameterType.Text, "as written"),
            ],
            "text",
            "The date as text. Directives: "
                + "`{YYYY} {YY} {M} {0M} {Mshort} {Mfull} {D} {0D} {WDshort} {WDfull} {WDmon} {Wiso} {h24} {0h24} {h12} {0h12} {m} {0m} {s} {0s} {ss} "
                + "{am} {AM} {Z} {Z:} {Zname} {ISO:Extended} {ISOdate} {ISOtime} {RFC1123}`; `{{` is a brace. Names follow the locale.",
            DateText.Format)
        {
            Topic = Topic, Example = "date_format(\"2024-05-01\", \"{D} {Mfull}\")", ExampleResult = "\"1 May\"",
        },
        new(
            "date_parse",
            [
                Declare.Text("text"),
                Declare.Optional("format", ParameterType.Text, "ISO, d-m-yyyy, d/m/yyyy, yyyy/m/d or unix seconds"),
                TimeZone,
            ],
            "date",
            "The date that a text means, read by the directives of `date_format` if a format is given; nil if it does not parse.",
            DateText.Parse)
        {
            Topic = Topic, Example = "date_parse(\"1-5-2024\")", ExampleResult = "\"2024-05-01\"",
        },
        new("date_valid", [Declare.Any("text")], "boolean", "Whether the text is a date.", IsValid)
        {
            Topic = Topic, Example = "date_valid(\"x\")", ExampleResult = "false",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Calculations() =>
    [
        new(
            "date_diff",
            [Declare.Date("a"), Declare.Date("b"), Seconds],
            "integer",
            "a minus b in whole units, toward zero; years and months by the calendar.",
            DateCalculations.Difference)
        {
            Topic = Topic, Example = "date_diff(\"2024-05-01\", \"2000-06-01\", :years)", ExampleResult = "23",
        },
        new(
            "date_add",
            [Declare.Date("date"), Declare.Integer("n"), Declare.Text("unit")],
            "date",
            "The date n units later. Months and years cut the day to the end of the month; a date stays a date for days and longer units.",
            static (a, context) => DateCalculations.Add(a, 1, context))
        {
            Topic = Topic, Example = "date_add(\"2024-01-31\", 1, :months)", ExampleResult = "\"2024-02-29\"",
        },
        new(
            "date_subtract",
            [Declare.Date("date"), Declare.Integer("n"), Declare.Text("unit")],
            "date",
            "The date n units earlier.",
            static (a, context) => DateCalculations.Add(a, -1, context))
        {
            Topic = Topic, Example = "date_subtract(\"2024-03-01\", 1, :days)", ExampleResult = "\"2024-02-29\"",
        },
        new("date_timezone", [Declare.Date("date"), Declare.Text("zone")], "date", "The same moment in a time zone.", DateCalculations.InZone)
        {
            Topic = Topic, Example = "date_timezone(\"2024-05-01T10:00:00Z\", \"Europe/Rome\")", ExampleResult = "\"2024-05-01T12:00:00+02:00\"",
        },
        new(
            "date_start",
            [Declare.Date("date"), Declare.Text("unit")],
            "date",
            "The first moment of the unit; weeks begin on Monday.",
            static (a, context) => DateCalculations.Bound(a, isEnd: false, context))
        {
            Topic = Topic, Example = "date_start(\"2024-05-15\", :months)", ExampleResult = "\"2024-05-01\"",
        },
        new(
            "date_end",
            [Declare.Date("date"), Declare.Text("unit")],
            "date",
            "The last moment of the unit.",
            static (a, context) => DateCalculations.Bound(a, isEnd: true, context))
        {
            Topic = Topic, Example = "date_end(\"2024-05-15\", :months)", ExampleResult = "\"2024-05-31\"",
        },
        new("date_unix", [Declare.Date("date")], "integer", "The seconds since the beginning of 1970.", DateCalculations.ToUnix)
        {
            Topic = Topic, Example = "date_unix(\"1970-01-02T00:00:00Z\")", ExampleResult = "86400",
        },
        new(
            "date_from_unix",
            [Declare.Number("n"), TimeZone],
            "date",
            "The time so many seconds after the beginning of 1970.",
            DateCalculations.FromUnix)
        {
            Topic = Topic, Example = "date_from_unix(86400)", ExampleResult = "\"1970-01-02T00:00:00Z\"",
        },
    ];

    private static ImmutableArray<BuiltinFunction> Parts() =>
    [
        Part("weekday", "The day of the week, 1 Monday to 7 Sunday.", static date => (int)date.Local.DayOfWeek, "3"),
        Part("year", "The year.", static date => date.Local.Year, "2024"),
        Part("month", "The month, 1 to 12.", static date => date.Local.Month, "5"),
        Part("day", "The day of the month.", static date => date.Local.Day, "1"),
        Part("hour", "The hour, 0 to 23.", static date => date.Local.Hour, "13"),
        Part("minute", "The minute.", static date => date.Local.Minute, "45"),
        Part("second", "The second.", static date => date.Local.Second, "7"),
        Part("week", "The ISO week of the year.", static date => NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(date.Local.Date), "18"),
    ];

    private static ImmutableArray<BuiltinFunction> Comparisons() =>
    [
        new(
            "date_compare",
            [Declare.Date("a"), Declare.Date("b")],
            "integer",
            "-1, 0 or 1: whether a is before, at or after b.",
            DateCalculations.Compare)
        {
            Topic = Topic, Example = "date_compare(\"2024-05-01T10:00:00Z\", \"2024-05-01T12:00:00+02:00\")", ExampleResult = "0",
        },
        new(
            "date_between",
            [Declare.Date("date"), Declare.Date("a"), Declare.Date("b")],
            "boolean",
            "Whether the date is not before a and not after b.",
            DateCalculations.IsBetween)
        {
            Topic = Topic, Example = "date_between(\"2024-05-01\", \"2024-05-01\", \"2024-05-02\")", ExampleResult = "true",
        },
    ];

    private static Value IsValid(ReadOnlySpan<Value> arguments, FunctionContext context) =>
        Operand.Of(arguments[0]).AsString() is { } text && IsoDate.TryParse(text, out _);

    private static BuiltinFunction Part(string name, string documentation, Func<IsoDate, int> read, string result) =>
        new("date_" + name, [Declare.Date("date")], "integer", documentation, (a, _) => read(DateArguments.Date(a[0])))
        {
            Topic = Topic,
            Example = $"date_{name}(\"2024-05-01T13:45:07\")",
            ExampleResult = result,
        };
}
