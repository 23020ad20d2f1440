using System.Globalization;
using BenchmarkDotNet.Attributes;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Queries;

/// <summary>Queries over 100,000 rows, beside a loop in C# that compares one field of each row: the floor of a query that reads all rows.</summary>
public class QueryBenchmarks
{
    private const int Count = 100_000;
    private const int Cities = 1000;

    private readonly ListValue _rows = ListValue.From(Enumerable.Range(0, Count).Select(static index => Value.MapOf(
        ("id", index),
        ("name", string.Create(CultureInfo.InvariantCulture, $"Customer {index}")),
        ("city", string.Create(CultureInfo.InvariantCulture, $"City {index % Cities}")),
        ("age", (index * 7) % 90))));

    private readonly CompiledQuery _byId = Compile(("id", 77_777));
    private readonly CompiledQuery _byCity = Compile(("city", "City 77"));
    private readonly CompiledQuery _byCityAndAge = Compile(("city", "City 77"), ("age", Value.MapOf(("_gte", 60))));
    private readonly CompiledQuery _byAge = Compile(("age", Value.MapOf(("_gte", 60))));
    private readonly CompiledQuery _bySimilarity = Compile(("name", Value.MapOf(("_sim", "Custmer 4711"))));

    [GlobalSetup]
    public void Setup()
    {
        Correctness.Require(EqualityOfOne() == 1, "one row has the id");
        Correctness.Require(EqualityOfHundred() == Count / Cities, "a hundred rows have the city");
        Correctness.Require(EqualityAndComparison() is > 0 and < Count / Cities, "some of them are of the age");
        Correctness.Require(Comparison() == FloorOfComparison(), "the comparison finds what a loop finds");
        Value best = MatchEngine.Score(_rows, _bySimilarity, LocaleContext.English, ExecutionLimits.Default).AsList()![0];
        Correctness.Require(string.Equals(best.AsMap()!["name"].AsString(), "Customer 4711", StringComparison.Ordinal), "the most similar name comes first");
    }

    [Benchmark(Description = "100,000 rows: equality, 1 found")]
    public int EqualityOfOne() => Find(_byId);

    [Benchmark(Description = "100,000 rows: equality, 100 found")]
    public int EqualityOfHundred() => Find(_byCity);

    [Benchmark(Description = "100,000 rows: equality and comparison")]
    public int EqualityAndComparison() => Find(_byCityAndAge);

    [Benchmark(Description = "100,000 rows: comparison, a third found")]
    public int Comparison() => Find(_byAge);

    [Benchmark(Description = "the floor: a loop that compares")]
    public int FloorOfComparison()
    {
        int found = 0;
        foreach (Value row in _rows.AsSpan())
        {
            found += row.AsMap()!["age"].AsInteger() >= 60 ? 1 : 0;
        }

        return found;
    }

    [Benchmark(Description = "100,000 rows: scored by similarity")]
    public object Similarity() => MatchEngine.Score(_rows, _bySimilarity, LocaleContext.English, ExecutionLimits.Default);

    private int Find(CompiledQuery query) => MatchEngine.Filter(_rows, query, LocaleContext.English, ExecutionLimits.Default).AsList()!.Count;

    private static CompiledQuery Compile(params (string Key, Value Value)[] terms) =>
        CompiledQuery.Compile(Value.MapOf(terms), ExecutionLimits.Default, out _)!;
}
