using Bubblescript.Queries;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Queries;

public sealed class PathTests
{
    [Fact]
    public void Keys_read_maps_records_captures_and_payloads()
    {
        Field(Map(("a", 1)), "a").Should().Be(Value.From(1));
        Field(Map(("a", 1)), "b").Should().Be(Value.Nil);
        Field(List(1), "a").Should().Be(Value.Nil);
        Field("text", "a").Should().Be(Value.Nil);
        Field(default, "a").Should().Be(Value.Nil);
        Value message = Record(RecordKind.Message, ("text", "I am Ann"), ("return", 5), ("captures", Map(("name", "Ann"), ("text", "no"))));
        Field(message, "text").Should().Be(Value.From("I am Ann"));
        Field(message, "name").Should().Be(Value.From("Ann"));
        Field(message, "return").Should().Be(Value.From(5));
        Field(message, "other").Should().Be(Value.Nil);
        Value pinged = Record(RecordKind.Event, ("name", "ping"), ("payload", Map(("level", 3), ("name", "no"))));
        Field(pinged, "level").Should().Be(Value.From(3));
        Field(pinged, "name").Should().Be(Value.From("ping"));
        Field(Record(RecordKind.Event, ("name", "ping"), ("payload", 3)), "level").Should().Be(Value.Nil);
        Field(Record(RecordKind.Location, ("lat", 1.5)), "lat").Should().Be(Value.From(1.5));
    }

    [Fact]
    public void Indexes_read_lists_ranges_and_maps()
    {
        Value list = List("a", "b", "c");
        Index(list, 0).Should().Be(Value.From("a"));
        Index(list, -1).Should().Be(Value.From("c"));
        Index(list, 1.0).Should().Be(Value.From("b"));
        Index(list, 1.5).Should().Be(Value.Nil);
        Index(list, 3).Should().Be(Value.Nil);
        Index(list, -4).Should().Be(Value.Nil);
        Index(list, "0").Should().Be(Value.Nil);
        Index(list, true).Should().Be(Value.Nil);
        Index(list, default).Should().Be(Value.Nil);
        Index(list, Entity(1)).Should().Be(Value.From("b"));
        Index(Range(5, 9), 2).Should().Be(Value.From(7));
        Index(Range(5, 9), -1).Should().Be(Value.From(9));
        Index(Range(1, long.MaxValue), 999_999_999_999).Should().Be(Value.From(1_000_000_000_000));
        Index(Map(("1", "one"), ("a", "x")), 1).Should().Be(Value.From("one"));
        Index(Map(("1", "one"), ("a", "x")), Value.AtomOf("a")).Should().Be(Value.From("x"));
        Index(Map(("tea", 2)), Message("tea")).Should().Be(Value.From(2));
        Index(Map(("1", "one")), 1.0).Should().Be(Value.From("one"));
    }

    [Fact]
    public void Queries_read_lists_and_ranges_and_the_key_of_a_map()
    {
        Value rows = List(Map(("k", 1), ("n", 1)), Map(("k", 2)), Map(("k", 1), ("n", 3)));
        Index(rows, Map(("k", 1))).Should().Be(List(Map(("k", 1), ("n", 1)), Map(("k", 1), ("n", 3))));
        Query(rows, Map(("k", 3))).Should().Be(List());
        Query(Range(1, 5), Map(("_gt", 3))).Should().Be(List(4, 5));
        Query(Map(("x", 5)), Map(("id", "x"))).Should().Be(List(5));
        Query(Map(("7", 5)), Map(("id", 7))).Should().Be(List(5));
        Query(Map(("x", 5)), Map(("id", "y"))).Should().Be(List());
        Query(Map(("x", 5)), Map(("name", "x"))).Should().Be(Value.Nil);
        Query(default, Map(("k", 1))).Should().Be(Value.Nil);
        Query("text", Map(("k", 1))).Should().Be(Value.Nil);
        Error(Query(rows, Map(("_foo", 1)))).Should().Be("unknown query operator '_foo'");
    }

    [Fact]
    public void Translatable_values_are_resolved_when_read()
    {
        Value title = Map(("$i18n", true), ("en", "Soup"), ("nl", "Soep"));
        LocaleContext dutch = new("nl", "en");
        PathReader.ReadField(Map(("title", title)), "title", dutch).Should().Be(Value.From("Soep"));
        PathReader.ReadIndex(List(title), 0, dutch, ExecutionLimits.Default).Should().Be(Value.From("Soep"));
        PathReader.ReadField(title, "nl", dutch).Should().Be(Value.Nil);
        PathReader.ReadField(Map(("$i18n", true), ("nl", Map(("x", 1)))), "x", dutch).Should().Be(Value.From(1));
    }

    [Fact]
    public void The_writing_examples_of_the_reference_hold()
    {
        Set(default, 1, "b").Should().Be(Map(("b", 1)));
        Set(5, 1, "b").Should().Be(Map(("b", 1)));
        Set(default, "x", 2).Should().Be(List(Value.Nil, Value.Nil, "x"));
        Set(List(1, 2), 9, -1).Should().Be(List(1, 9));
        Set(List(Map(("k", 1)), Map(("k", 2))), 7, Map(("k", 1)), "n").Should().Be(List(Map(("k", 1), ("n", 7)), Map(("k", 2))));
    }

    [Fact]
    public void Writing_creates_parents_and_replaces_wholly()
    {
        Set(default, "Gent", "from", "city").Should().Be(Map(("from", Map(("city", "Gent")))));
        Set(Map(("a", Map(("x", 1)))), Map(("y", 2)), "a").Should().Be(Map(("a", Map(("y", 2)))));
        Set(Map(("a", 1)), default, "a").Should().Be(Map(("a", default)));
        Set(List(1), 2, "a").Should().Be(Map(("a", 2)));
        Set(Map(), "x", 3).Should().Be(Map(("3", "x")));
        Set("text", "x", 3).Should().Be(Map(("3", "x")));
        Set(List("a"), "d", 3).Should().Be(List("a", Value.Nil, Value.Nil, "d"));
        Set(List(1), 5, 2.0).Should().Be(List(1, Value.Nil, 5));
        Set(default, 5).Should().Be(Value.From(5));
    }

    [Fact]
    public void Writing_to_records_sets_fields_that_exist()
    {
        Value pin = Record(RecordKind.Location, ("lat", 1.0), ("lon", 2.0));
        Set(pin, 3.0, "lat").Should().Be(Record(RecordKind.Location, ("lat", 3.0), ("lon", 2.0)));
        Set(pin, 3.0, "name").Should().Be(pin);
        Set(pin, 3.0, "name", "first").Should().Be(pin);
        Value user = Record(RecordKind.Context, ("id", "u1"));
        Set(user, "Ann", "name").Should().Be(Record(RecordKind.Context, ("id", "u1"), ("name", "Ann")));
    }

    [Fact]
    public void Query_steps_write_to_items_whose_score_is_exactly_one()
    {
        Value rows = List(Map(("t", List("a", "b"))), Map(("t", List("a"))), Map(("t", "x")));
        Set(rows, 1, Map(("t", List("a", "b"))), "n").Should().Be(List(Map(("t", List("a", "b")), ("n", 1)), Map(("t", List("a"))), Map(("t", "x"))));
        Set(rows, 0, Map(("t", "x"))).Should().Be(List(Map(("t", List("a", "b"))), Map(("t", List("a"))), 0));
        Set(rows, 0, Map(("t", "none"))).Should().Be(rows);
        Set(default, 7, Map(("k", 1)), "n").Should().Be(Value.Nil);
        Set(default, 7, "list", Map(("k", 1)), "n").Should().Be(Value.Nil);
        Set(Map(("k", 1)), 7, Map(("k", 1)), "n").Should().Be(Map(("k", 1)));
        Error(Set(rows, 7, Map(("_foo", 1)), "n")).Should().Be("unknown query operator '_foo'");
    }

    [Fact]
    public void Wrong_writing_is_an_error()
    {
        Error(Set(List(1, 2), 9, -3)).Should().Be("index -3 is before the beginning of a list of 2 items");
        Error(Set(default, 9, -1)).Should().Be("index -1 is before the beginning of a list of 0 items");
        Error(Set(List(1), 9, default(Value))).Should().Be("a path step must be a text, an integer or a query, got nil (nil)");
        Error(Set(Map(("a", List(1))), 9, "a", -3)).Should().Be("index -3 is before the beginning of a list of 1 items");
        Error(Set(default, 9, 1_000_000_000)).Should().Be("a list or map would be larger than the limit of 200,000 items");
    }

    [Fact]
    public void Other_variables_keep_their_value()
    {
        Value first = List(1, 2);
        Value second = Set(first, 9, 0);
        first.Should().Be(List(1, 2));
        second.Should().Be(List(9, 2));
        Value appended = Set(first, 3, 2);
        Set(first, 4, 2).Should().Be(List(1, 2, 4));
        appended.Should().Be(List(1, 2, 3));
    }

    [Fact]
    public void Removing_deletes_and_cleans_up_what_became_empty()
    {
        Remove(Map(("a", 1), ("b", 2)), "a").Should().Be(Map(("b", 2)));
        Remove(List("a", "b", "c"), 1).Should().Be(List("a", "c"));
        Remove(List("a", "b", "c"), -1).Should().Be(List("a", "b"));
        Remove(Map(("a", 1)), "a").Should().Be(Value.Nil);
        Remove(Map(("x", Map(("a", 1))), ("y", 1)), "x", "a").Should().Be(Map(("y", 1)));
        Remove(Map(("x", List(Value.Nil, "a"))), "x", 1).Should().Be(Value.Nil);
        Remove(5).Should().Be(Value.Nil);
        Remove(Map(("a", 1)), "b").Should().Be(Map(("a", 1)));
        Remove(Map(("a", Map())), "a", "b").Should().Be(Map(("a", Map())));
        Remove(List(1), 5).Should().Be(List(1));
        Remove(List(1), "a").Should().Be(List(1));
        Remove(Map(("1", "x"), ("a", 2)), 1).Should().Be(Map(("a", 2)));
    }

    [Fact]
    public void Removing_with_queries_works_on_every_matching_item()
    {
        Value rows = List(Map(("k", 1), ("n", 1)), Map(("k", 2), ("n", 2)), Map(("k", 1), ("n", 3)));
        Remove(rows, Map(("k", 1))).Should().Be(List(Map(("k", 2), ("n", 2))));
        Remove(rows, Map(("k", 1)), "n").Should().Be(List(Map(("k", 1)), Map(("k", 2), ("n", 2)), Map(("k", 1))));
        Remove(List(Map(("k", 1)), 5), Map(("k", 1)), "k").Should().Be(List(5));
        Remove(rows, Map(("k", Map(("_gt", 0))))).Should().Be(Value.Nil);
        Remove(rows, Map(("k", 9))).Should().Be(rows);
        Error(Remove(rows, Map(("_foo", 9)))).Should().Be("unknown query operator '_foo'");
    }

    [Fact]
    public void Records_stay()
    {
        Remove(Record(RecordKind.Context, ("name", "Ann")), "name").Should().Be(Record(RecordKind.Context));
        Remove(Record(RecordKind.Context, ("extra", Map(("a", 1)))), "extra", "a").Should().Be(Record(RecordKind.Context));
        Remove(Record(RecordKind.Location, ("lat", 1.0)), "lat").Should().Be(Record(RecordKind.Location, ("lat", default)));
    }

    private static Value Field(Value target, string name) => PathReader.ReadField(target, name, LocaleContext.English);

    private static Value Index(Value target, Value index) => PathReader.ReadIndex(target, index, LocaleContext.English, ExecutionLimits.Default);

    private static Value Query(Value target, Value query) => PathReader.ReadQuery(target, query, LocaleContext.English, ExecutionLimits.Default);

    private static Value Set(Value root, Value value, params Value[] steps) =>
        PathWriter.Set(root, [.. steps.Select(PathStep.Index)], value, LocaleContext.English, ExecutionLimits.Default);

    private static Value Remove(Value root, params Value[] steps) =>
        PathRemover.Remove(root, [.. steps.Select(PathStep.Index)], LocaleContext.English, ExecutionLimits.Default);
}
