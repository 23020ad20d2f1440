using Bubblescript.Binding;
using Bubblescript.Values;

namespace Bubblescript.Tests.Binding;

public sealed class FreeExpressionTests
{
    private readonly Bot _bot = Bot.Parse("@limit 7\nfunction double(_x) do\nend\ndialog main do\n  total = @limit\nend");

    [Fact]
    public void Expressions_read_variables_constants_and_functions()
    {
        TestContext context = new();
        context.SetVariable(_bot.Main.VariableSlots["total"], 5);

        _bot.BindExpression("total + @limit").Node.Evaluate(context).Should().Be((Value)12);
        _bot.BindExpression("double total").Node.Evaluate(context).Should().Be((Value)5);
        _bot.BindExpression("user").Node.Evaluate(context).Should().Be((Value)"user");
        _bot.BindExpression("length([1, 2])").Node.Evaluate(context).Should().Be((Value)2);
    }

    [Fact]
    public void Unknown_names_are_nil_and_given_ones_go_first()
    {
        _bot.BindExpression("nobody").Node.Evaluate(new TestContext()).IsNil.Should().BeTrue();
        _bot.BindExpression("_local").Node.Evaluate(new TestContext()).IsNil.Should().BeTrue();
        _bot.BindExpression("total + x", variables: new Dictionary<string, Value> { ["total"] = 1, ["x"] = 2 }).Node.Evaluate(new TestContext()).Should().Be((Value)3);
        _bot.Main.VariableNames.Should().Equal("total");
    }

    [Theory]
    [InlineData("1 +")]
    [InlineData("nope(1)")]
    [InlineData("@limt")]
    public void Mistakes_are_reported(string text) => _bot.BindExpression(text).HasErrors.Should().BeTrue();
}
