using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Tests.Syntax;

public sealed class ScriptParserTests
{
    [Fact]
    public void The_names_of_functions_are_found_before_parsing() =>
        ScriptParser.FindFunctionNames(new SourceText("main.bubble", "function one() do\nend\n# function no(_x)\n@x \"function never()\"\nfunction two(_a), do: return 1\ndialog d do\nend"))
            .Should().Equal("one", "two");

    [Fact]
    public void Only_known_functions_take_a_list_or_a_negative_number_without_parentheses()
    {
        const string text = "dialog d do\nx = total -1\nend";
        TreeDump.Of(Parse(text, [])).Should().Contain("(Binary Subtract $total 1)");
        TreeDump.Of(Parse(text, ["total"])).Should().Contain("(Call - total [(Argument - (Unary Negate 1))] False)");
    }

    [Fact]
    public void A_text_that_is_no_expression_is_reported()
    {
        DiagnosticBag bag = new();
        Expression expression = ScriptParser.ParseExpression(new SourceText("<expression>", "1 +"), Scripts.Functions, bag);
        expression.Should().BeOfType<ErrorExpression>();
        bag.ToSorted([]).Should().ContainSingle().Which.FullMessage.Should().Be("unexpected end of the file, expected an expression");
    }

    [Fact]
    public void What_follows_an_expression_is_reported()
    {
        DiagnosticBag bag = new();
        ScriptParser.ParseExpression(new SourceText("<expression>", "1; 2"), Scripts.Functions, bag);
        bag.ToSorted([]).Should().ContainSingle().Which.FullMessage.Should().Be("unexpected '2', expected the end of the expression");
    }

    [Fact]
    public void An_empty_script_has_no_items() => Scripts.ParseValid("\n# nothing\n\n").Items.Should().BeEmpty();

    [Fact]
    public void A_diagnostic_shows_its_line() =>
        Scripts.Parse("dialog main do\n\tsay )\nend").Diagnostics.Should().ContainSingle().Which.ToString().Should().Be(
            "main.bubble(2,6): error BS0001: unexpected ')', expected an expression\n     say )\n         ^");

    [Theory]
    [InlineData("-(-x)", "-(-x)")]
    [InlineData("((1 + 2)) * (3 * 4)", "(1 + 2) * (3 * 4)")]
    [InlineData("not (x in y)", "!(x in y)")]
    [InlineData("(f(1)).a", "f(1).a")]
    [InlineData("(a |> f) == b", "a |> f == b")]
    [InlineData("(length x) + 1", "(length x) + 1")]
    [InlineData("'it\\'s'", "'it\\'s'")]
    [InlineData("\"a\nb\"", "\"a\\nb\"")]
    [InlineData("%{\"a b\": 1, :c => 2}", "%{\"a b\": 1, :c => 2}")]
    [InlineData("x[\"a\"].\"b c\"", "x[\"a\"].\"b c\"")]
    public void Expressions_print_with_the_parentheses_that_they_need(string text, string printed)
    {
        DiagnosticBag bag = new();
        SyntaxPrinter.Print(ScriptParser.ParseExpression(new SourceText("<expression>", text), Scripts.Functions, bag)).Should().Be(printed);
        bag.Count.Should().Be(0);
    }

    [Fact]
    public void Scripts_print_with_their_indentation() =>
        SyntaxPrinter.Print(Scripts.ParseValid("@a 1\n@b 2\ndialog x, trigger: \"y\" when z, do: if a, do: stop, else: halt\ntest \"t\" do\nbranch do\n1 -> stop\nelse\nhalt\nend\nend"))
            .Should().Be("""
                @a 1
                @b 2

                dialog x, trigger: "y" when z do
                  if a do
                    stop
                  else
                    halt
                  end
                end

                test "t" do
                  branch do
                    1 ->
                      stop
                  else
                    halt
                  end
                end

                """);

    private static Script Parse(string text, HashSet<string> functions) => ScriptParser.Parse(new SourceText("main.bubble", text), functions, new DiagnosticBag());
}
