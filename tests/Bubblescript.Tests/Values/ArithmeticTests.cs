using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Values;

public sealed class ArithmeticTests
{
    [Fact]
    public void Plus_adds_numbers_joins_lists_and_texts_and_passes_nil_over()
    {
        Add(2, 3).Should().Be(Value.From(5));
        Add(2, 3.5).Should().Be(Value.From(5.5));
        Add(2.0, 3.0).Should().Be(Value.From(5.0));
        Add(default, 3).Should().Be(Value.From(3));
        Add("x", default).Should().Be(Value.From("x"));
        Add(default, default).Should().Be(Value.Nil);
        Add(List(1, 2), List(3)).Should().Be(List(1, 2, 3));
        Add("v", 2).Should().Be(Value.From("v2"));
        Add(5, "v").Should().Be(Value.From("5v"));
        Add(Message("Hi "), "there").Should().Be(Value.From("Hi there"));
        Add(List("a", "b"), "!").Should().Be(Value.From("a, b!"));
        Add(Entity(2), 3).Should().Be(Value.From(5));
        Add(Entity("two"), 3).Should().Be(Value.From("two3"));
        Add(Value.AtomOf("a"), "b").Should().Be(Value.From("ab"));
    }

    [Fact]
    public void Plus_of_other_pairs_is_an_error_that_proposes_what_to_write()
    {
        Error(Add(true, 1)).Should().Be("\"+\" cannot join boolean (true) and integer (1)");
        Error(Add(List(1), 2)).Should().Be("\"+\" cannot join list ([1]) and integer (2); to append one item to a list, write + [x]");
        Error(Add(Map(("a", 1)), Map(("b", 2)))).Should().Be("\"+\" cannot join map (%{a: 1}) and map (%{b: 2}); to join maps, use merge(a, b)");
        Error(Add(long.MaxValue, 1)).Should().Be("integer overflow: the result of 9223372036854775807 + 1 is too large for an integer (64 bits)");
        Error(Add(double.MaxValue, double.MaxValue)).Should().Be("the result of 1.7976931348623157e308 + 1.7976931348623157e308 is too large for a float");
    }

    [Fact]
    public void Plus_checks_the_limits_before_it_allocates()
    {
        ExecutionLimits limits = new() { TextLength = 5, ListLength = 3 };
        Error(Arithmetic.Add("abc", "def", LocaleContext.English, limits)).Should().Be("a text would be longer than the limit of 5 characters");
        Error(Arithmetic.Add(List(1, 2), List(3, 4), LocaleContext.English, limits)).Should().Be("a list or map would be larger than the limit of 3 items");
    }

    [Fact]
    public void The_other_operators_take_numbers_and_entities_with_numbers()
    {
        Arithmetic.Subtract(2, 7).Should().Be(Value.From(-5));
        Arithmetic.Subtract(2, 0.5).Should().Be(Value.From(1.5));
        Arithmetic.Multiply(6, 7).Should().Be(Value.From(42));
        Arithmetic.Multiply(0.5, 4).Should().Be(Value.From(2.0));
        Arithmetic.Divide(10, 5).Should().Be(Value.From(2.0));
        Arithmetic.Divide(10, 4).Should().Be(Value.From(2.5));
        Arithmetic.Subtract(Entity(9), Entity(4)).Should().Be(Value.From(5));
        Arithmetic.Divide(Entity(9), 2).Should().Be(Value.From(4.5));
        Arithmetic.Negate(5).Should().Be(Value.From(-5));
        Arithmetic.Negate(Entity(2.5)).Should().Be(Value.From(-2.5));
    }

    [Fact]
    public void The_other_operators_name_operator_type_and_value_in_errors()
    {
        Error(Arithmetic.Subtract(default, 1)).Should().Be("\"-\" needs numbers, but its left side is nil (nil)");
        Error(Arithmetic.Multiply(2, "3")).Should().Be("\"*\" needs numbers, but its right side is string (\"3\"); number(...) makes a number of a text");
        Error(Arithmetic.Divide(Message("6"), 3)).Should().Be("\"/\" needs numbers, but its left side is string (\"6\"); number(...) makes a number of a text");
        Error(Arithmetic.Divide(1, 0)).Should().Be("division by zero: 1 / 0");
        Error(Arithmetic.Divide(1.5, 0.0)).Should().Be("division by zero: 1.5 / 0.0");
        Error(Arithmetic.Negate("x")).Should().Be("\"-\" needs a number, but was given string (\"x\"); number(...) makes a number of a text");
        Error(Arithmetic.Negate(long.MinValue)).Should().Be("integer overflow: the result of --9223372036854775808 is too large for an integer (64 bits)");
        Error(Arithmetic.Multiply(long.MaxValue, 2)).Should().Be("integer overflow: the result of 9223372036854775807 * 2 is too large for an integer (64 bits)");
        Error(Arithmetic.Subtract(long.MinValue, 1)).Should().Be("integer overflow: the result of -9223372036854775808 - 1 is too large for an integer (64 bits)");
        Error(Arithmetic.Divide(double.MaxValue, 0.1)).Should().Be("the result of 1.7976931348623157e308 / 0.1 is too large for a float");
    }

    [Fact]
    public void Signals_are_passed_on()
    {
        Value error = new RuntimeError("first").ToValue();
        Error(Add(error, 1)).Should().Be("first");
        Error(Arithmetic.Divide(1, error)).Should().Be("first");
        Error(Arithmetic.Negate(error)).Should().Be("first");
        Error(ValueOrdering.Less(error, 1)).Should().Be("first");
        Error(Membership.Contains(error, List(), FakeMatcher.Instance, LocaleContext.English)).Should().Be("first");
    }
}
