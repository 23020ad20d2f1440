using Bubblescript.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Values;

/// <summary>Random values for laws.</summary>
internal static class ValueGenerators
{
    private static readonly Gen<string> TextGenerator = Gen.OneOf(
        Gen.Elements("", "a", "b", "5", " 7.5 ", "-3", "name", "Ann", "é!", "a b  c", "😀👍🏽", "2024-05-01", "1h", "52.1,4.3", "[1]", "<a>x</a>", "(", "[", "%", "_eq", "\n", ":"),
        Gen.ArrayOf(Gen.Elements("abcABC012 ,.-_éß😀\"\\\n\t<>&#{}[]()%:/=+".ToCharArray())).Select(static characters => new string(characters).Replace("\ud83d", string.Empty, StringComparison.Ordinal).Replace("\ude00", string.Empty, StringComparison.Ordinal)));

    private static readonly Gen<Value> NumberGenerator = Gen.OneOf(
        Gen.Choose(-20, 20).Select(static number => Value.From((long)number)),
        ArbMap.Default.GeneratorFor<long>().Select(Value.From),
        Gen.Elements(long.MaxValue, long.MinValue, 0, 1L << 53).Select(Value.From),
        Gen.Choose(-40, 40).Select(static number => Value.From(number / 4.0)),
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(Value.From));

    private static readonly Gen<Value> PlainLeaf = Gen.OneOf(
        NumberGenerator,
        TextGenerator.Select(Value.From),
        Gen.Elements(Value.True, Value.False));

    private static readonly Gen<Value> Leaf = Gen.OneOf(
        PlainLeaf,
        Gen.Constant(Value.Nil),
        TextGenerator.Select(Value.AtomOf),
        TextGenerator.Select(Sample.Message),
        PlainLeaf.Select(Sample.Entity),
        Gen.Choose(-5, 5).SelectMany(static first => Gen.Choose(-5, 9), static (first, last) => Sample.Range(first, last)),
        Gen.Constant(Sample.Record(RecordKind.Location, ("lat", 52.5), ("lon", 4.25))),
        Gen.Constant(Sample.Record(RecordKind.Intent, ("id", "order"), ("match", "a"))),
        Gen.Constant(Sample.Record(RecordKind.Event, ("name", "ping"), ("payload", Sample.Map(("a", 1))))));

    public static Arbitrary<string> Text => TextGenerator.ToArbitrary();

    public static Arbitrary<Value> Number => NumberGenerator.ToArbitrary();

    /// <summary>Numbers, texts, booleans, and lists and maps of them.</summary>
    public static Arbitrary<Value> Plain => Gen.Sized(size => Tree(PlainLeaf, Math.Min(size, 4))).ToArbitrary();

    /// <summary>All kinds of values.</summary>
    public static Arbitrary<Value> Any => Gen.Sized(size => Tree(Leaf, Math.Min(size, 4))).ToArbitrary();

    private static Gen<Value> Tree(Gen<Value> leaf, int depth)
    {
        if (depth == 0)
        {
            return leaf;
        }

        Gen<Value> inner = Tree(leaf, depth - 1);
        Gen<Value[]> items = Gen.Choose(0, 3).SelectMany(count => Gen.ArrayOf(inner, count));
        Gen<Value> lists = items.Select(static values => Value.From(ListValue.From(values)));
        Gen<Value> maps = items.SelectMany(
            static values => Gen.ArrayOf(Gen.Elements("a", "b", "name", "0", "lat", "lon", "_eq", "$i18n"), values.Length),
            static (values, keys) => Value.From(MapValue.From(keys.Zip(values, KeyValuePair.Create))));
        return Gen.Frequency((4, leaf), (2, lists), (2, maps));
    }
}
