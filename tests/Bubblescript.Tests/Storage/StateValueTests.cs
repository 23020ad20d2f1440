using System.Buffers;
using System.Text.Json;
using Bubblescript.Storage;
using Bubblescript.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Storage;

public sealed class StateValueTests
{
    public static TheoryData<string, Value> Forms => new()
    {
        { "null", default },
        { "true", true },
        { "1", 1 },
        { "-9223372036854775808", long.MinValue },
        { "1.0", 1.0 },
        { "0.1", 0.1 },
        { "1E+300", 1e300 },
        { "-0.0", -0.0 },
        { "\"text ü\"", "text ü" },
        { """{"$":"atom","name":"image"}""", Value.AtomOf("image") },
        { """{"$":"range","first":1,"last":3}""", Value.From(new RangeValue(1, 3)) },
        { """[1,[],{"a":null}]""", Value.ListOf(1, ListValue.Empty, Value.MapOf(("a", default))) },
        { """{"b":1,"a":2}""", Value.MapOf(("b", 1), ("a", 2)) },
        { """{"$":"map","entries":["$","atom","b",1]}""", Value.MapOf(("$", "atom"), ("b", 1)) },
        { """{"$":"text","units":[97,55357]}""", "a\uD83D" },
        { """{"$":"entity","fields":{"value":5}}""", new RecordValue(RecordKind.Entity, MapValue.From(("value", 5))) },
        {
            """{"$":"event","fields":{"$":"map","entries":["$",1]}}""",
            new RecordValue(RecordKind.Event, MapValue.From(("$", 1)))
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Values_have_a_readable_form_that_keeps_their_type(string json, Value value)
    {
        Write(value).Should().Be(json);
        Read(json).Should().Be(value);
    }

    [Fact]
    public void Every_value_comes_back_equal() => Prop.ForAll(Values(4).ToArbitrary(), static value => Read(Write(value)).Equals(value))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Values_may_be_nested_deeper_than_any_stack()
    {
        Value value = 1;
        for (int i = 0; i < 100_000; i++)
        {
            value = i % 2 == 0 ? Value.ListOf(value) : Value.MapOf(("a", value));
        }

        Value read = Read(Write(value));

        int depth = 0;
        while (read.Kind is ValueKind.List or ValueKind.Map)
        {
            read = read.AsList() is { } list ? list[0] : read.AsMap()!["a"];
            depth++;
        }

        depth.Should().Be(100_000);
    }

    [Theory]
    [InlineData("""{"$":"unknown"}""")]
    [InlineData("""{"$":"map","entries":["a"]}""")]
    [InlineData("""{"$":"range","first":1}""")]
    [InlineData("""{"$":"entity","fields":1}""")]
    [InlineData("99999999999999999999")]
    public void What_is_no_saved_value_is_refused(string json) =>
        json.Invoking(static text => Read(text)).Should().Throw<StateFormatException>();

    private static string Write(Value value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions
        {
            MaxDepth = int.MaxValue,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            StateValueWriter.Write(writer, value);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static Value Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return StateValueReader.Read(document.RootElement);
    }

    private static Gen<Value> Values(int depth)
    {
        Gen<string> texts = Gen.Elements("", "a", "$", "$i18n", "ü", "\uD800", "x\uDC00y", "👍", "\n\"\\", "__proto__");
        Gen<Value> simple = Gen.OneOf(
            Gen.Constant(default(Value)),
            ArbMap.Default.GeneratorFor<bool>().Select(static flag => (Value)flag),
            ArbMap.Default.GeneratorFor<long>().Select(static number => (Value)number),
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(static number => (Value)number),
            texts.Select(static text => (Value)text),
            texts.Select(static name => Value.AtomOf(name)),
            ArbMap.Default.GeneratorFor<(long, long)>().Select(static ends => Value.From(new RangeValue(ends.Item1, ends.Item2))));
        if (depth == 0)
        {
            return simple;
        }

        Gen<Value> inner = Values(depth - 1);
        Gen<MapValue> maps = texts.Zip(inner).ArrayOf().Select(static entries =>
            MapValue.From(entries.Select(static entry => KeyValuePair.Create(entry.Item1, entry.Item2))));
        return Gen.OneOf(
            simple,
            inner.ArrayOf().Select(static items => (Value)ListValue.From(items)),
            maps.Select(static map => (Value)map),
            from kind in Gen.Elements(Enum.GetValues<RecordKind>())
            from fields in maps
            select (Value)new RecordValue(kind, fields));
    }
}
