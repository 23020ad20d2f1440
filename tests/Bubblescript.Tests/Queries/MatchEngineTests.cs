using Bubblescript.Builtins;
using Bubblescript.Queries;
using Bubblescript.Tests.Builtins;
using Bubblescript.Tests.Values;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Queries;

public sealed class MatchEngineTests
{
    private static readonly ListValue People = List(
        Map(("name", "Ann"), ("age", 31), ("tags", List("red", "big")), ("home", Map(("city", "Delft")))),
        Map(("name", "Bob"), ("age", 17), ("tags", List("red")), ("home", Map(("city", "Gouda"))))).AsList()!;

    [Fact]
    public void The_examples_of_the_reference_hold()
    {
        Names(Filter(People, Map(("age", Map(("_gte", 18)))))).Should().Be("Ann");
        Names(Filter(People, Map(("home", Map(("city", "Gouda")))))).Should().Be("Bob");
        Names(Filter(People, Map(("tags", "red"), ("age", Map(("_lt", 20)))))).Should().Be("Bob");
        Names(Filter(People, Map(("_or", Map(("name", "Ann"), ("age", 17)))))).Should().Be("Ann Bob");
        Names(Filter(People, Map(("tags", Map(("_not", Map(("_has", "big")))))))).Should().Be("Bob");
        Filter(People, List()).AsList().Should().BeEmpty();
        ScoreOf(MatchEngine.Score(People, Map(("name", Map(("_sim", "Anne")))), LocaleContext.English, ExecutionLimits.Default), 0).Should().BeApproximately(11 / 12d, 1e-9);
        ScoreOf(MatchEngine.Score(People, Map(("tags", List("red", "big"))), LocaleContext.English, ExecutionLimits.Default), 1).Should().Be(0.5);
        Filter(List("a", "b", "c").AsList()!, Map(("_lt", "c"))).Should().Be(List("a", "b"));
    }

    [Fact]
    public void Regular_expressions_score_by_length_and_give_their_groups()
    {
        Match(Map(("t", "foo")), Map(("t", Map(("_regex", "foo"))))).Should().Be(Map(("score", 1)));
        Match(Map(("t", "foodtrucks")), Map(("t", Map(("_regex", "(?<dish>foo[dl])"), ("w", 4))))).Should().Be(Map(("score", 1.6), ("dish", "food")));
        Match(Map(("t", "foodtrucks")), Map(("t", Map(("_regex", "(?P<dish>FOO[dl])"))))).Should().Be(Map(("score", 0.4), ("dish", "food")));
        Match(Map(("t", "foo")), Map(("t", Map(("_regex", "foobar"), ("inverse", true))))).Should().Be(Map(("score", 0.5)));
        Match(Map(("t", "(")), Map(("t", Map(("_regex", "foobar"), ("inverse", true))))).Should().Be(Map(("score", 0)));
        Match(Map(("t", 2024)), Map(("t", Map(("_regex", "^20"))))).Should().Be(Map(("score", 0.5)));
        Match(Map(("t", "foo")), Map(("t", Map(("_regex", "x*"))))).Should().Be(Map(("score", 0)));
        Match(Map(), Map(("t", Map(("_regex", "foo"))))).Should().Be(Map(("score", 0)));
        Match(Map(("t", "aab")), Map(("t", Map(("_regex", "(a)\\1b"))))).Should().Be(Map(("score", 1)));
        Match(Map(("t", "ÉCOLE")), Map(("t", Map(("_regex", "école"))))).Should().Be(Map(("score", 1)));
    }

    [Fact]
    public void Equality_is_exact_and_lists_match_by_membership()
    {
        Of(1, Map(("_eq", 1.0))).Should().Be(1);
        Of("Tea", Map(("_eq", "tea"))).Should().Be(0);
        Of(Value.AtomOf("tea"), Map(("_eq", "tea"))).Should().Be(1);
        Of(Message("Tea"), Map(("_eq", "tea"))).Should().Be(0);
        Of(Message("tea"), Map(("_eq", "tea"))).Should().Be(1);
        Of(Entity(5), Map(("_eq", 5))).Should().Be(1);
        Of(List("a", "b"), Map(("_eq", "a"))).Should().Be(1);
        Of(List("a", "b"), Map(("_eq", List("a", "c")))).Should().Be(0.5);
        Of("a b", Map(("_eq", List("a", "c")))).Should().Be(0.5);
        Of(Map(("x", 1)), Map(("_eq", Map(("x", 1.0))))).Should().Be(1);
        Of(default, Map(("_eq", default))).Should().Be(1);
        Of(List("a", "b"), Map(("_ne", "a"))).Should().Be(0);
        Of("c", Map(("_ne", "a"))).Should().Be(1);
    }

    [Fact]
    public void In_and_has()
    {
        Of("a", Map(("_in", List("b", "a")))).Should().Be(1);
        Of("c", Map(("_in", List("b", "a")))).Should().Be(0);
        Of(List("a"), Map(("_in", List("b", "a")))).Should().Be(0);
        Of("c", Map(("_nin", List("b", "a")))).Should().Be(1);
        Of(3, Map(("_in", Range(1, 5)))).Should().Be(1);
        Of(3.5, Map(("_in", Range(1, 5)))).Should().Be(0);
        Of(List("a", "b", "a"), Map(("_has", List("a", "a", "c")))).Should().BeApproximately(2 / 3d, 1e-12);
        Of("red hot red", Map(("_has", List("red", "red")))).Should().Be(1);
        Of("red  hot", Map(("_has", "hot"))).Should().Be(1);
        Of(5, Map(("_has", 5))).Should().Be(0);
        Of(List("a"), Map(("_has", List()))).Should().Be(0);
        Of(List("a"), Map(("_hasnt", "a"))).Should().Be(0);
        Of(List("a"), Map(("_hasnt", "b"))).Should().Be(1);
    }

    [Fact]
    public void Order_goes_over_all_kinds_of_values()
    {
        Value[] ascending =
        [
            long.MinValue, -1.5, 0, 1, 1.5, 2, 1e300, Value.AtomOf("a"), false, default, true, Value.AtomOf("zoo"),
            Map(), Map(("a", 1)), Map(("b", 0)), Map(("a", 1), ("b", 2)), Map(("b", 3), ("a", 1)), List(), List(1), List(1, 2), List(2), "", "Z", "a", "ab", "\uFFFD", "😀",
        ];
        for (int i = 0; i < ascending.Length; i++)
        {
            for (int j = 0; j < ascending.Length; j++)
            {
                Math.Sign(ValueOrder.Instance.Compare(ascending[i], ascending[j])).Should().Be(i.CompareTo(j), $"{ValueDescription.Describe(ascending[i])} and {ValueDescription.Describe(ascending[j])}");
            }
        }

        Of(default, Map(("_gt", 3))).Should().Be(1);
        Of(default, Map(("_ne", default), ("_gt", 3))).Should().Be(0);
        Of(3, Map(("_lte", 3.0))).Should().Be(1);
        Of("a", Map(("_gte", "b"))).Should().Be(0);
    }

    [Theory]
    [InlineData("abc", "abd", 0.7777777777777777)]
    [InlineData("Ann", "Anne", 0.9166666666666666)]
    [InlineData("martha", "marhta", 0.9444444444444445)]
    [InlineData("dixon", "dicksonx", 0.7666666666666667)]
    [InlineData("abc", "abc", 1)]
    [InlineData("abc", "", 0)]
    [InlineData("", "", 0)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("👍🏽a", "👍🏽b", 0.6666666666666666)]
    public void Similarity_is_the_better_of_levenshtein_and_jaro(string left, string right, double expected) =>
        Similarity.Of(left, right).Should().BeApproximately(expected, 1e-9);

    [Fact]
    public void Similarity_of_lists_is_that_of_the_best_text()
    {
        Of(List("xyz", "abc", 5), Map(("_sim", "abd"))).Should().BeApproximately(7 / 9d, 1e-9);
        Of(List(), Map(("_sim", "abd"))).Should().Be(0);
        Of(5, Map(("_sim", "5"))).Should().Be(0);
    }

    [Fact]
    public void Locations_score_by_distance()
    {
        Value here = List(4.9, 52.37);
        MapValue at = Match(Map(("pos", "52.37,4.9")), Map(("pos", Map(("_geo", here))))).AsMap()!;
        Value.From(at).Should().Be(Map(("score", 1), ("distance", 0.0)));
        double distance = GeoLocation.Distance(52.37, 4.9, 52.0, 4.5);
        MapValue far = Match(Map(("pos", Map(("lat", 52.0), ("lon", 4.5), ("name", "x")))), Map(("pos", Map(("_geo", Map(("lat", 52.37), ("lon", 4.9))), ("radius", 1000))))).AsMap()!;
        far["distance"].AsDouble().Should().BeApproximately(distance, 1e-6);
        far["score"].AsDouble().Should().BeApproximately(1 - (Math.Log(1 + distance - 1000) / Math.Log(100_001)), 1e-9);
        Match(Map(("pos", List(4.9, 52.0))), Map(("pos", Map(("_geo", here), ("max_distance", 100))))).AsMap()!["score"].Should().Be(Value.From(0));
        Match(Map(("pos", List(4.9, 52.3))), Map(("pos", Map(("_geo", here), ("radius", 10_000))))).AsMap()!["score"].Should().Be(Value.From(1));
        Match(Map(("pos", "nowhere")), Map(("pos", Map(("_geo", here))))).Should().Be(Map(("score", 0)));
        Match(Map(("pos", here)), Map(("pos", Map(("_geo", "nowhere"))))).Should().Be(Map(("score", 0)));
    }

    [Fact]
    public void Polygons_score_inside_and_near()
    {
        Value square = List(List(0, 0), "nonsense", List(0, 10), List(10, 10), List(10, 0));
        Match(List(5, 5), Map(("_geo_poly", square))).Should().Be(Map(("score", 1)));
        MapValue near = Match(List(10.1, 5), Map(("_geo_poly", square))).AsMap()!;
        double distance = GeoLocation.Distance(5, 10.1, 5, 10);
        near["distance"].AsDouble().Should().BeApproximately(distance, 1e-6);
        near["score"].AsDouble().Should().BeApproximately(1 - (Math.Log(1 + distance) / Math.Log(100_001)), 1e-9);
        Match(List(5, 5), Map(("_geo_poly", List("nonsense")))).Should().Be(Map(("score", 0)));
        Match("nowhere", Map(("_geo_poly", square))).Should().Be(Map(("score", 0)));
    }

    [Fact]
    public void Times_score_by_their_difference()
    {
        Of("2024-05-01T12:00:00Z", Map(("_time", "2024-05-01T14:00:00+02:00"))).Should().Be(1);
        Of("2024-05-01", Map(("_time", "2024-05-01T00:00:00"))).Should().Be(1);
        Of("2024-05-01T00:01:00Z", Map(("_time", "2024-05-01"))).Should().BeApproximately(1 - (Math.Log(61) / Math.Log(86_401)), 1e-9);
        Of("2024-05-01T00:01:00Z", Map(("_time", "2024-05-01"), ("max_time", 60))).Should().Be(0);
        Of("yesterday", Map(("_time", "2024-05-01"))).Should().Be(0);
        Of("2024-05-01", Map(("_time", "today"))).Should().Be(0);
        Of(5, Map(("_time", "2024-05-01"))).Should().Be(0);
    }

    [Fact]
    public void Logic_combines_scores()
    {
        Value item = Map(("a", 1), ("b", 2));
        OfAll(item, Map(("_not", Map(("a", 1), ("b", 2))))).Should().Be(0);
        OfAll(item, Map(("_not", Map(("a", 1), ("b", 3))))).Should().Be(1);
        OfAll(item, Map(("_not", Map(("a", 2), ("b", 3))))).Should().Be(2);
        OfAll(item, Map(("_and", List()))).Should().Be(1);
        OfAll(item, Map(("_or", List()))).Should().Be(0);
        OfAll(item, Map(("_not", List()))).Should().Be(0);
        OfAll(item, Map(("_or", Map(("a", 1), ("b", 2))))).Should().Be(2);
        OfAll(item, Map(("_or", List(Map(("a", 1)), Map(("a", 2)), Map(("a", 1)))))).Should().Be(2);
        OfAll(item, Map(("a", Map(("_not", Map(("_in", List(1, 2)))))))).Should().Be(0);
        OfAll(item, Map(("a", Map(("_or", List(Map(("_eq", 1)), Map(("_eq", 2)))))))).Should().Be(1);
        OfAll(item, Map(("_or", Map(("a", Map(("_gte", 1), ("_lt", 2))))))).Should().Be(1);
        OfAll(Map(("u", Map(("n", "A"), ("m", 3)))), Map(("_or", Map(("u", Map(("n", "A"), ("m", 4))))))).Should().Be(1);
        Filter(List(item).AsList()!, Map(("_and", List()))).AsList().Should().HaveCount(1);
        Filter(List(item).AsList()!, Map(("a", Map()))).AsList().Should().BeEmpty();
    }

    [Fact]
    public void Modifiers_weigh_and_flatten()
    {
        Of("foodtrucks", Map(("_sim", "foodtruck"), ("b", true))).Should().Be(1);
        Of("foodtrucks", Map(("_sim", "foodtruck"), ("b", true), ("w", 3))).Should().Be(3);
        Of("x", Map(("_eq", "y"), ("w", 3))).Should().Be(0);
        Of("x", Map(("_eq", "x"), ("w", 0))).Should().Be(0);
        Of(20, Map(("_gte", 18), ("_lt", 65), ("w", 3))).Should().Be(9);
    }

    [Fact]
    public void Score_keeps_all_items_best_first_and_equal_ones_in_order()
    {
        Value scored = MatchEngine.Score(
            List(Map(("t", "b")), "plain", Map(("t", "a"), ("_match", 5)), Map(("t", "c"))).AsList()!,
            Map(("t", "a")),
            LocaleContext.English,
            ExecutionLimits.Default);
        scored.Should().Be(List(
            Map(("t", "a"), ("_match", Map(("score", 1)))),
            Map(("t", "b"), ("_match", Map(("score", 0)))),
            Map(("value", "plain"), ("_match", Map(("score", 0)))),
            Map(("t", "c"), ("_match", Map(("score", 0))))));
    }

    [Fact]
    public void The_first_part_gives_the_metadata()
    {
        Value match = Match(Map(("t", "ab")), List(Map(("t", Map(("_regex", "(?<n>a)")))), Map(("t", Map(("_regex", "(?<n>b)(?<score>)"))))));
        match.Should().Be(Map(("score", 1), ("n", "a")));
    }

    [Fact]
    public void Wrong_queries_are_errors()
    {
        CompiledQuery.Validate(Map(("age", Map(("_foo", 1))))).Should().Be("unknown query operator '_foo'");
        CompiledQuery.Validate(Map(("_foo", 1))).Should().Be("unknown query operator '_foo'");
        CompiledQuery.Validate(Map(("a", Map(("_eq", 1), ("_foo", 1))))).Should().Be("unknown query operator '_foo'");
        CompiledQuery.Validate(5).Should().Be("a query must be a map or a list of maps, got integer (5)");
        CompiledQuery.Validate(List(Map(), 5)).Should().Be("a query must be a map or a list of maps, got integer (5) in the list");
        CompiledQuery.Validate(Map(("_or", "x"))).Should().Be("'_or' in a query must be a map or a list of maps, got string (\"x\")");
        CompiledQuery.Validate(Map(("a", Map(("_in", "x"))))).Should().Be("'_in' in a query needs a list, got string (\"x\")");
        CompiledQuery.Validate(Map(("a", Map(("_sim", 5))))).Should().Be("'_sim' in a query needs a text, got integer (5)");
        CompiledQuery.Validate(Map(("a", Map(("_regex", List()))))).Should().Be("'_regex' in a query needs a text, got list ([])");
        CompiledQuery.Validate(Map(("a", Map(("_regex", "("))))).Should().StartWith("invalid regular expression \"(\" (character 2: ");
        CompiledQuery.Validate(Map(("a", Map(("_geo_poly", "x"))))).Should().Be("'_geo_poly' in a query needs a list of locations, got string (\"x\")");
        CompiledQuery.Validate(Map(("a", Map(("_eq", 1), ("w", "x"))))).Should().Be("'w' in a query must be a number that is not negative, got string (\"x\")");
        CompiledQuery.Validate(Map(("a", Map(("_eq", 1), ("b", 1))))).Should().Be("'b' in a query must be true or false, got integer (1)");
        CompiledQuery.Validate(Map(("a", Map(("_eq", 1), ("name", "x"))))).Should()
            .Be("'name' cannot stand beside a query operator; only w, b, inverse, radius, max_distance and max_time can");
        CompiledQuery.Validate(Map(("_lt", Map(("age", 3))))).Should().Be("'_lt' in a query cannot have fields below it: write the field first, [field: [_lt: value]]");
        CompiledQuery.Validate(Map(("w", 3), ("_x", default))).Should().Be("unknown query operator '_x'");
        CompiledQuery.Validate(Map(("w", 3), ("b", "field"))).Should().BeNull();
        Error(Filter(People, Map(("_foo", 1)))).Should().Be("unknown query operator '_foo'");
        Error(MatchEngine.Score(People, 5, LocaleContext.English, ExecutionLimits.Default)).Should().Be("a query must be a map or a list of maps, got integer (5)");
    }

    [Fact]
    public void A_regular_expression_that_takes_too_long_is_an_error()
    {
        Value evil = Filter(List(Map(("t", new string('a', 5000) + "!"))).AsList()!, Map(("t", Map(("_regex", "^(?=a)(a+)+$")))));
        Error(evil).Should().Be("a regular expression took longer than 100 ms");
        evil.AsError()!.IsLimit.Should().BeTrue();
    }

    [Fact]
    public void A_query_that_takes_longer_than_a_turn_is_an_error()
    {
        Value text = new string('a', 2000);
        ListValue many = ListValue.From(Enumerable.Repeat(text, 10_000));
        ExecutionLimits limits = new() { TurnTime = TimeSpan.FromMilliseconds(20) };
        Error(MatchEngine.Filter(many, Map(("_sim", new string('b', 2000))), LocaleContext.English, limits))
            .Should().Be("a query took longer than the limit of 0.02 seconds");
    }

    [Fact]
    public void Big_lists_answer_from_an_index_with_the_same_results()
    {
        ListValue big = ListValue.From(Enumerable.Range(0, 1000).Select(static number => Map(
            ("n", number % 7 == 0 ? Value.From((double)number) : Value.From((long)number)),
            ("kind", number % 3 == 0 ? Value.AtomOf("fizz") : Value.From("plain")),
            ("tags", List(number % 2 == 0 ? "even" : "odd", number % 5)),
            ("in", Map(("city", number % 10))))));
        foreach (Value query in new[]
        {
            Map(("n", 14)), Map(("n", 14.0)), Map(("kind", "fizz"), ("n", Map(("_lt", 20)))), Map(("tags", "even")), Map(("tags", Map(("_eq", 3)))),
            Map(("in", Map(("city", 4)))), Map(("in", Map(("_eq", Map(("city", 4)))))), Map(("in", Map(("_in", List(Map(("city", 4)), "x"))))), Map(("tags", "even"), ("n", 14)), Map(("n", Map(("_in", List(5, 700, 3, 5))))), Map(("missing", default)), Map(("missing", 1)), Map(("kind", Message("fizz"))),
        })
        {
            CompiledQuery compiled = CompiledQuery.Compile(query, ExecutionLimits.Default, out _)!;
            QueryRun run = new(LocaleContext.English, ExecutionLimits.Default);
            ListValue expected = ListValue.From(big.Where(item => QueryNode.Product(compiled.Parts, item, run) > 0));
            Filter(big, query).Should().Be(Value.From(expected));
            Filter(big, query).Should().Be(Value.From(expected));
        }
    }

    [Fact]
    public void Items_that_differ_only_in_their_parts_are_found_as_fast_as_others()
    {
        // Without hashes of the parts these are two billion comparisons, for which the time of a turn does not suffice.
        const int Count = 60_000;
        ListValue maps = ListValue.From(Enumerable.Range(0, Count).Select(static number => Map(("k", Map(("x", List("a", "b", "c", "d", "e", number)))))));
        ListValue numbers = ListValue.From(Enumerable.Range(0, Count).Select(static number => Map(("k", ((long)number << 32) | (uint)number))));
        Unique(maps).Count.Should().Be(Count);
        Unique(numbers).Count.Should().Be(Count);
        Filter(maps, Map(("k", 5))).AsList()!.Count.Should().Be(0);
        Filter(numbers, Map(("k", (7L << 32) | 7))).AsList()!.Count.Should().Be(1);
    }

    private static ListValue Unique(ListValue items) =>
        ListOrder.Unique([items], new TestFunctionContext { UsedLimits = ExecutionLimits.Default with { TurnTime = TimeSpan.FromSeconds(30) } }).AsList()!;

    private static Value Filter(ListValue items, Value query) => MatchEngine.Filter(items, query, LocaleContext.English, ExecutionLimits.Default);

    private static string Names(Value list) => string.Join(' ', list.AsList()!.Select(static item => item.AsMap()!["name"].AsString()));

    private static Value Match(Value item, Value query) =>
        MatchEngine.Score(ListValue.From([item]), query, LocaleContext.English, ExecutionLimits.Default).AsList()![0].AsMap()!["_match"] is var match
        && match.AsMap()!["score"].AsDouble() is { } score && Math.Abs(score - Math.Round(score, 9)) < 1e-12
            ? Value.From(match.AsMap()!.Set("score", Math.Round(score, 9) is var rounded && Math.Floor(rounded).Equals(rounded) ? Value.From((long)rounded) : Value.From(rounded)))
            : match;

    private static double Of(Value value, Value query) => OfAll(Map(("v", value)), Map(("v", query)));

    private static double OfAll(Value item, Value query)
    {
        CompiledQuery compiled = CompiledQuery.Compile(query, ExecutionLimits.Default, out string? error)!;
        error.Should().BeNull();
        return QueryNode.Product(compiled.Parts, item, new QueryRun(LocaleContext.English, ExecutionLimits.Default));
    }

    private static double ScoreOf(Value scored, int index) => scored.AsList()![index].AsMap()!["_match"].AsMap()!["score"].AsDouble()!.Value;
}
