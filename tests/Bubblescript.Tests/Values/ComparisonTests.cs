using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Values;

public sealed class ComparisonTests
{
    private static readonly Value Truth = true;
    private static readonly Value Falsehood = false;

    [Fact]
    public void Numbers_compare_by_value()
    {
        Equal(1, 1.0).Should().BeTrue();
        Equal(1, 2).Should().BeFalse();
        Equal(9007199254740993, 9007199254740992.0).Should().BeFalse();
        Equal(1, "1").Should().BeFalse();
        Equal(1, true).Should().BeFalse();
        Equal(long.MaxValue, 9223372036854775808.0).Should().BeFalse();
        Equal(long.MinValue, -9223372036854775808.0).Should().BeTrue();
    }

    [Fact]
    public void Strings_are_exact_and_atoms_equal_the_string_of_their_name()
    {
        Equal("Tea", "tea").Should().BeFalse();
        Equal("tea", "tea").Should().BeTrue();
        Equal(Value.AtomOf("image"), "image").Should().BeTrue();
        Equal("image", Value.AtomOf("image")).Should().BeTrue();
        Equal(Value.AtomOf("a"), Value.AtomOf("a")).Should().BeTrue();
        Equal("true", true).Should().BeFalse();
        Equal("nil", default).Should().BeFalse();
        Equal(Value.AtomOf("nil"), default).Should().BeFalse();
        Equal(default, default).Should().BeTrue();
        Equal(default, false).Should().BeFalse();
    }

    [Fact]
    public void Texts_and_entities_compare_by_base_form()
    {
        Equal(Message("Crème!"), "creme").Should().BeTrue();
        Equal("CREME", Message("crème")).Should().BeTrue();
        Equal(Message("Image "), Value.AtomOf("image")).Should().BeTrue();
        Equal(Message("a  b"), Message("A b.")).Should().BeTrue();
        Equal(Entity("Red"), "red").Should().BeTrue();
        Equal(Entity("Red"), Message("red!")).Should().BeTrue();
        Equal(Entity("Red"), Entity("red")).Should().BeFalse();
        Equal(Entity(5), Entity(5.0)).Should().BeTrue();
        Equal(Message("5"), 5).Should().BeTrue();
        Equal(5.0, Message(" 5 ")).Should().BeTrue();
        Equal(Message("five"), 5).Should().BeFalse();
        Equal(Entity(5), 5).Should().BeTrue();
        Equal(Entity(5), "5").Should().BeTrue();
        Equal(Entity(true), true).Should().BeTrue();
        Equal(Entity("5"), 5).Should().BeFalse();
        Equal(Message(""), default).Should().BeFalse();
        Equal(Entity(default), default).Should().BeFalse();
        Equal(Record(RecordKind.Token, ("raw", "Yes, ")), "yes").Should().BeTrue();
    }

    [Fact]
    public void Messages_equal_the_intents_and_entities_that_match_them()
    {
        Value order = Record(RecordKind.Intent, ("id", "order"), ("match", "coffee"));
        Value other = Record(RecordKind.Intent, ("id", "stop"), ("match", "enough"));
        Value message = Record(RecordKind.Message, ("text", "go on"), ("intent", order));
        Equal(message, order).Should().BeTrue();
        Equal(order, message).Should().BeTrue();
        Equal(message, other).Should().BeFalse();
        Equal(Message("one coffee"), order).Should().BeTrue();
        Equal(Record(RecordKind.EntityMatcher, ("match", "two")), Message("two")).Should().BeTrue();
        Equal(Message("three"), Record(RecordKind.EntityMatcher, ("match", "two"))).Should().BeFalse();
    }

    [Fact]
    public void Lists_maps_and_records_compare_member_by_member()
    {
        Equal(List(1, "a"), List(1.0, Value.AtomOf("a"))).Should().BeTrue();
        Equal(List(1), List(1, 2)).Should().BeFalse();
        Equal(Map(("a", 1), ("b", 2)), Map(("b", 2), ("a", 1))).Should().BeTrue();
        Equal(Map(("a", default)), Map()).Should().BeFalse();
        Equal(Map(("a", default)), Map(("a", default))).Should().BeTrue();
        Equal(Record(RecordKind.Location, ("lat", 1.0), ("lon", 2)), Map(("lon", 2.0), ("lat", 1))).Should().BeTrue();
        Equal(Map(("lat", 1), ("lon", 3)), Record(RecordKind.Location, ("lat", 1.0), ("lon", 2))).Should().BeFalse();
        Equal(List(1), Map(("a", 1))).Should().BeFalse();
        Equal(Range(1, 3), Range(1, 3)).Should().BeTrue();
        Equal(Range(1, 3), List(1, 2, 3)).Should().BeFalse();
    }

    [Fact]
    public void Values_with_shared_parts_compare_in_reasonable_time()
    {
        Value left = List(1);
        Value right = List(1);
        for (int i = 0; i < 80; i++)
        {
            left = List(left, left);
            right = List(right, right);
        }

        Equal(left, right).Should().BeTrue();
    }

    [Theory]
    [InlineData("¡Héllo!", "hello")]
    [InlineData("  A \t b\nc ", "a b c")]
    [InlineData("?!", "?!")]
    [InlineData("- Yes -", "yes")]
    [InlineData("straße", "straße")]
    [InlineData("ÅØŁĐ", "aold")]
    [InlineData("it's", "it's")]
    [InlineData("👍!", "👍")]
    [InlineData("", "")]
    public void The_base_form_of_a_text(string text, string expected) => BaseForm.Of(text).Should().Be(expected);

    [Fact]
    public void Ordering_of_numbers_strings_and_texts()
    {
        ValueOrdering.Less(1, 1.5).Should().Be(Truth);
        ValueOrdering.LessOrEqual(2, 2.0).Should().Be(Truth);
        ValueOrdering.Greater("09:30", "18:00").Should().Be(Falsehood);
        ValueOrdering.GreaterOrEqual("b", "a").Should().Be(Truth);
        ValueOrdering.Less("\uFFFD", "😀").Should().Be(Truth);
        ValueOrdering.Less("Z", "a").Should().Be(Truth);
        ValueOrdering.Less("a", "ab").Should().Be(Truth);
        ValueOrdering.Less(Message("7"), 10).Should().Be(Truth);
        ValueOrdering.Less("7", 10).Should().Be(Truth);
        ValueOrdering.Greater(Entity(7), 5).Should().Be(Truth);
        ValueOrdering.Less(Message("abc"), "abd").Should().Be(Truth);
        ValueOrdering.Less(default, 5).Should().Be(Falsehood);
        ValueOrdering.GreaterOrEqual(default, default).Should().Be(Falsehood);
    }

    [Fact]
    public void Ordering_of_other_pairs_is_an_error()
    {
        Error(ValueOrdering.Less(5, "abc")).Should().Be("\"<\" cannot compare integer (5) with string (\"abc\")");
        Error(ValueOrdering.GreaterOrEqual(List(1), 2)).Should().Be("\">=\" cannot compare list ([1]) with integer (2)");
        Error(ValueOrdering.LessOrEqual(true, false)).Should().Be("\"<=\" cannot compare boolean (true) with boolean (false)");
        Error(ValueOrdering.Greater(Map(("a b", "x")), "x")).Should().Be("\">\" cannot compare map (%{\"a b\": \"x\"}) with string (\"x\")");
    }

    [Fact]
    public void Membership_in_lists_ranges_texts_and_maps()
    {
        In(3, List(1, 2, 3)).Should().Be(Truth);
        In(Message("Red!"), List("red", "blue")).Should().Be(Truth);
        In(4, Range(1, 4)).Should().Be(Truth);
        In(4.0, Range(1, 4)).Should().Be(Truth);
        In(2.5, Range(1, 4)).Should().Be(Falsehood);
        In(5, Range(1, 4)).Should().Be(Falsehood);
        In(2, Range(4, 1)).Should().Be(Falsehood);
        In(Message("3"), Range(1, 4)).Should().Be(Truth);
        In("3", Range(1, 4)).Should().Be(Falsehood);
        In(500_000_000, Range(1, long.MaxValue)).Should().Be(Truth);
        In("ell", "hello").Should().Be(Truth);
        In(5, "a5").Should().Be(Truth);
        In("ell", Message("hello")).Should().Be(Truth);
        In("a", Map(("a", default))).Should().Be(Truth);
        In(1, Map(("1", 2))).Should().Be(Truth);
        In("b", Map(("a", 1))).Should().Be(Falsehood);
        In("b", default).Should().Be(Falsehood);
        Error(In(1, 5)).Should().Be("\"in\" needs a list, range, text or map on its right side, but was given integer (5)");
    }

    private static Value In(Value item, Value container) => Membership.Contains(item, container, FakeMatcher.Instance, LocaleContext.English);
}
