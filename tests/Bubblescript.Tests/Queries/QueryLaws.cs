using Bubblescript.Queries;
using Bubblescript.Tests.Values;
using Bubblescript.Values;
using FsCheck;
using FsCheck.Fluent;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Queries;

public sealed class QueryLaws
{
    private static readonly string[] Operators = ["_eq", "_ne", "_in", "_nin", "_has", "_hasnt", "_lt", "_lte", "_gt", "_gte", "_sim", "_regex", "_geo", "_geo_poly", "_time"];

    [Fact]
    public void A_term_scores_between_0_and_its_weight() =>
        Prop.ForAll(ValueGenerators.Any, ValueGenerators.Any, Gen.Choose(0, 20).Zip(Gen.Elements(Operators)).ToArbitrary(), (item, argument, choice) =>
        {
            double weight = choice.Item1 / 4.0;
            CompiledQuery? query = CompiledQuery.Compile(Map((choice.Item2, argument), ("w", weight)), ExecutionLimits.Default, out string? error);
            if (query is null)
            {
                return error is not null;
            }

            double score = QueryNode.Product(query.Parts, item, new QueryRun(LocaleContext.English, ExecutionLimits.Default));
            return score >= 0 && score <= weight;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_queries_never_throw() =>
        Prop.ForAll(ValueGenerators.Any, ValueGenerators.Any, (items, query) =>
        {
            ListValue list = items.AsList() ?? ListValue.From([items]);
            Value filtered = MatchEngine.Filter(list, query, LocaleContext.English, ExecutionLimits.Default);
            Value scored = MatchEngine.Score(list, query, LocaleContext.English, ExecutionLimits.Default);
            return filtered.IsError == scored.IsError && (filtered.IsError || scored.AsList()!.Count == list.Count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_values_is_total() =>
        Prop.ForAll(ValueGenerators.Any, ValueGenerators.Any, ValueGenerators.Any, (a, b, c) =>
        {
            ValueOrder order = ValueOrder.Instance;
            bool isAntisymmetric = Math.Sign(order.Compare(a, b)) == -Math.Sign(order.Compare(b, a));
            bool isTransitive = order.Compare(a, b) > 0 || order.Compare(b, c) > 0 || order.Compare(a, c) <= 0;
            return isAntisymmetric && isTransitive && order.Compare(a, a) == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exactly_equal_values_have_equal_hashes() =>
        Prop.ForAll(ValueGenerators.Any, ValueGenerators.Any, (a, b) =>
            !ExactComparer.Instance.Equals(a, b) || ExactComparer.Instance.GetHashCode(a) == ExactComparer.Instance.GetHashCode(b)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_set_can_be_read() =>
        Prop.ForAll(ValueGenerators.Any, Steps, ValueGenerators.Plain, (root, steps, value) =>
        {
            Value written = PathWriter.Set(root, [.. steps.Select(PathStep.Index)], value, LocaleContext.English, ExecutionLimits.Default);
            if (written.IsError || steps.Any(static step => step.Kind == ValueKind.Map) || HasRecordOrTranslation(root))
            {
                return true;
            }

            Value read = written;
            foreach (Value step in steps)
            {
                read = PathReader.ReadIndex(read, step, LocaleContext.English, ExecutionLimits.Default);
            }

            return read.Equals(value) || HasRecordOrTranslation(value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_removed_reads_nil_or_is_another_item() =>
        Prop.ForAll(ValueGenerators.Any, Steps, (root, steps) =>
        {
            PathStep[] path = [.. steps.Select(PathStep.Index)];
            Value removed = PathRemover.Remove(root, path, LocaleContext.English, ExecutionLimits.Default);
            return removed.IsError || steps.Length == 0 || steps[^1].IsInteger
                || steps.Aggregate(removed, static (value, step) => PathReader.ReadIndex(value, step, LocaleContext.English, ExecutionLimits.Default)) is { IsNil: true }
                || steps.Any(static step => step.Kind is ValueKind.Map or ValueKind.Integer)
                || HasRecordOrTranslation(root);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<Value[]> Steps => Gen.Choose(0, 3)
        .SelectMany(static count => Gen.ArrayOf(
            Gen.OneOf(
                Gen.Elements("a", "b", "name", "0").Select(Value.From),
                Gen.Choose(-2, 5).Select(static number => Value.From((long)number)),
                Gen.Constant(Map(("a", 1)))),
            count))
        .ToArbitrary();

    private static bool HasRecordOrTranslation(Value value) => value.Kind switch
    {
        ValueKind.Record => true,
        ValueKind.List => value.AsList()!.Any(HasRecordOrTranslation),
        ValueKind.Map => value.AsMap()!.ContainsKey("$i18n") || value.AsMap()!.Values.Any(HasRecordOrTranslation),
        _ => false,
    };
}
