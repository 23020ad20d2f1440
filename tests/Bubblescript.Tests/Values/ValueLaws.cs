using Bubblescript.Values;
using FsCheck;
using FsCheck.Fluent;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Values;

public sealed class ValueLaws
{
    [Fact]
    public void Plain_values_survive_json() =>
        Prop.ForAll(ValueGenerators.Plain, value => ValueJson.Parse(ValueJson.ToJson(value)).Equals(value)).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalised_values_are_normal_and_survive_json() =>
        Prop.ForAll(ValueGenerators.Any, value =>
        {
            Value normal = ValueNormalizer.Normalize(value, LocaleContext.English);
            bool isMarked = ValueJson.ToJson(normal).Contains("$i18n", StringComparison.Ordinal);
            return (isMarked || ValueNormalizer.Normalize(normal, LocaleContext.English).Equals(normal)) && ValueJson.Parse(ValueJson.ToJson(normal)).Equals(normal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equality_is_symmetric_and_plain_values_equal_themselves() =>
        Prop.ForAll(ValueGenerators.Any, ValueGenerators.Any, (left, right) => Equal(left, right) == Equal(right, left) && (left.IsSignal || Equal(left, left)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Exactly_equal_values_are_equal() =>
        Prop.ForAll(ValueGenerators.Plain, value => Equal(value, ValueJson.Parse(ValueJson.ToJson(value)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Exactly_one_of_less_equal_greater_holds_for_numbers() =>
        Prop.ForAll(ValueGenerators.Number, ValueGenerators.Number, (left, right) =>
        {
            int holding = (ValueOrdering.Less(left, right).IsTruthy ? 1 : 0) + (Equal(left, right) ? 1 : 0) + (ValueOrdering.Greater(left, right).IsTruthy ? 1 : 0);
            return holding == 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ordering_and_arithmetic_give_values_or_errors_and_never_throw() =>
        Prop.ForAll(ValueGenerators.Any, ValueGenerators.Any, (left, right) =>
        {
            Value less = ValueOrdering.Less(left, right);
            Value greater = ValueOrdering.Greater(right, left);
            _ = Arithmetic.Subtract(left, right);
            _ = Arithmetic.Multiply(left, right);
            _ = Arithmetic.Divide(left, right);
            _ = Arithmetic.Negate(left);
            _ = Membership.Contains(left, right, FakeMatcher.Instance, LocaleContext.English);
            return less.IsError == greater.IsError && (less.IsError || less.Equals(greater));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nil_is_neutral_in_sums_and_text_is_joined() =>
        Prop.ForAll(ValueGenerators.Any, value =>
            Add(default, value).Equals(value)
            && Add(value, default).Equals(value)
            && string.Equals(Add("<", value).AsString() ?? "<", "<" + ValueText.ToText(value), StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_read_back_from_their_text() =>
        Prop.ForAll(ValueGenerators.Number, number => NumberText.TryParse(ValueText.ToText(number), out Value read) && read.Equals(number))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_base_form_is_a_projection() =>
        Prop.ForAll(ValueGenerators.Text, text => string.Equals(BaseForm.Of(BaseForm.Of(text)), BaseForm.Of(text), StringComparison.Ordinal)).QuickCheckThrowOnFailure();
}
