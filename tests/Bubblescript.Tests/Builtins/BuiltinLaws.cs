using Bubblescript.Builtins;
using Bubblescript.Tests.Values;
using Bubblescript.Values;
using FsCheck;
using FsCheck.Fluent;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

public sealed class BuiltinLaws
{
    private static readonly Arbitrary<string> Dates = Gen.Choose(0, 40_000)
        .SelectMany(static _ => Gen.Choose(0, 86_399), static (day, second) => new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day).AddSeconds(second))
        .SelectMany(static _ => Gen.Elements("yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss'+05:30'"), static (date, format) => date.ToString(format, System.Globalization.CultureInfo.InvariantCulture))
        .ToArbitrary();

    public static TheoryData<string> Functions => [.. BuiltinLibrary.Default.All.Where(static function => !function.Suspends).Select(static function => function.FullName)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void No_builtin_throws_on_random_arguments(string name)
    {
        BuiltinLibrary.Default.TryGet(name, out BuiltinFunction? function).Should().BeTrue();
        Gen<Value[]> arguments = Gen.Choose(0, function!.Parameters.Length + (function.IsVariadic ? 2 : 0)).SelectMany(static count => Gen.ArrayOf(ValueGenerators.Any.Generator, count));
        Prop.ForAll(arguments.ToArbitrary(), values =>
        {
            Value result = BuiltinCall.Invoke(function, values, [], new TestFunctionContext());
            return !result.IsSignal || result.AsError()!.Message.StartsWith(name, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sorting_is_stable_and_keeps_all_items() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 5)).ToArbitrary(), keys =>
        {
            Value list = ListValue.From(keys.Select(static (key, index) => Map(("k", key), ("i", index))));
            (long Key, long Index)[] sorted = [.. Call("sort", list, default, "k").AsList()!.Select(static item => (item.AsMap()!["k"].AsInteger()!.Value, item.AsMap()!["i"].AsInteger()!.Value))];
            return sorted.SequenceEqual(keys.Select(static (key, index) => ((long)key, (long)index)).OrderBy(static pair => pair.Item1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_time_and_taking_the_difference_are_inverse() =>
        Prop.ForAll(Dates, Gen.Choose(0, 4000).ToArbitrary(), Gen.Elements("years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds").ToArbitrary(), (date, count, unit) =>
        {
            long years = unit is "years" ? count % 80 : count;
            Value later = Call("date_add", date, years, unit);
            return Call("date_diff", later, date, unit).Equals(Value.From(years))
                && (unit is "years" or "months" || Call("date_compare", Call("date_subtract", later, years, unit), date).Equals(Value.From(0)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Formatted_dates_are_read_back() =>
        Prop.ForAll(Dates, Gen.Elements("{ISO:Extended}", "{D} {Mfull} {YYYY} {h12}:{m}:{0s} {AM} {Z:}", "{YYYY}{0M}{0D}{0h24}{0m}{0s}{Z}").ToArbitrary(), (date, format) =>
        {
            Value text = Call("date_format", date, format);
            return Call("date_compare", Call("date_parse", text, format), date).Equals(Value.From(0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Encodings_are_undone_by_their_decoders() =>
        Prop.ForAll(ValueGenerators.Text, text =>
        {
            Value value = text;
            return Call("url_decode", Call("url_encode", value)).Equals(value)
                && Call("base64_decode", Call("base64_encode", value)).Equals(value)
                && Call("base64_decode", Call("base64_encode", value, true)).Equals(value)
                && Call("hex_decode", Call("hex_encode", value)).Equals(value)
                && Call("json_parse", Call("json_build", value)).Equals(value)
                && Call("html_strip", Call("html_escape", value)).Equals(value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Built_tables_and_queries_are_read_back() =>
        Prop.ForAll(ValueGenerators.Text, ValueGenerators.Text, (first, second) =>
        {
            Value row = Map(("a", "x" + first), ("b c", second));
            return Call("csv_parse", Call("csv_build", List(row))).Equals(List(row))
                && Call("query_parse", Call("query_build", row)).Equals(row);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Built_xml_is_read_back() =>
        Prop.ForAll(ValueGenerators.Text, text =>
        {
            string clean = "x" + text.Trim().Replace("\r", string.Empty, StringComparison.Ordinal);
            Value element = List("a", Map(("b", clean)), clean);
            return Call("xml_parse", Call("xml_build", element)).Equals(element);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_of_texts_make_the_text_again() =>
        Prop.ForAll(ValueGenerators.Text, Gen.Choose(-3, 6).ToArbitrary(), (text, at) =>
        {
            Value value = text;
            Value joined = Call("join", List(Call("slice", value, 0, Math.Max(at, 0)), Call("slice", value, Math.Max(at, 0))), string.Empty);
            return joined.Equals(value)
                && Call("reverse", Call("reverse", value)).AsString()!.Length == text.Length
                && Call("join", Call("split", value, string.Empty), string.Empty).Equals(value)
                && Call("join", Call("split", value, ","), ",").Equals(value);
        }).QuickCheckThrowOnFailure();

    private static Value Call(string name, params Value[] arguments)
    {
        BuiltinLibrary.Default.TryGet(name, out BuiltinFunction? function).Should().BeTrue();
        return BuiltinCall.Invoke(function!, arguments, [], new TestFunctionContext());
    }
}
