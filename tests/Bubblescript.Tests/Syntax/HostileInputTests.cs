using System.Diagnostics;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;

namespace Bubblescript.Tests.Syntax;

/// <summary>Texts that are made to break a parser: each has to give its diagnostics, on a thread with a small stack.</summary>
public sealed class HostileInputTests
{
    private const int SmallStack = 1024 * 1024;

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("%{a: ", "1", "}")]
    [InlineData("f(", "1", ")")]
    [InlineData("a[", "1", "]")]
    [InlineData("length ", "1", "")]
    [InlineData("!", "x", "")]
    [InlineData("not ", "x", "")]
    [InlineData("- ", "x", "")]
    [InlineData("\"#{", "1", "}\"")]
    [InlineData("if x, do: ", "stop", "")]
    public void Expressions_nested_too_deeply_are_reported_and_moderate_ones_are_not(string open, string middle, string close)
    {
        int moderate = open.StartsWith('"') ? 30 : 230;
        ParseOnSmallStack(Nest(open, middle, close, moderate)).Should().BeEmpty();
        ParseOnSmallStack(Nest(open, middle, close, 10_000)).Should().ContainSingle().Which.Code.Should().Be("BS0006");
    }

    [Theory]
    [InlineData("if x do\n", "end\n")]
    [InlineData("branch x do\n1 -> ", "end\n")]
    [InlineData("once do\n", "end\n")]
    [InlineData("repeat do ", "end ")]
    [InlineData("dialog d do\n", "end\n")]
    public void Blocks_nested_too_deeply_are_reported_and_moderate_ones_are_not(string open, string close)
    {
        ParseOnSmallStack("dialog d do\n" + Repeat(open, 230) + Repeat(close, 230) + "end").Should().BeEmpty();
        ParseOnSmallStack("dialog d do\n" + Repeat(open, 10_000) + Repeat(close, 10_000) + "end").Should().ContainSingle().Which.Code.Should().Be("BS0006");
    }

    [Theory]
    [InlineData("a + ")]
    [InlineData("a == ")]
    [InlineData("a and ")]
    [InlineData("a.")]
    [InlineData("a |> ")]
    public void Operators_in_a_row_are_bounded(string link)
    {
        ParseOnSmallStack(Nest(link, "a", string.Empty, 900)).Should().BeEmpty();
        ParseOnSmallStack(Nest(link, "a", string.Empty, 100_000)).Should().ContainSingle().Which.FullMessage
            .Should().Be("this expression is too long; at most 1000 operators in a row are allowed; use a variable or a list");
    }

    [Theory]
    [InlineData("\"", 100_001)]
    [InlineData("\"a\n", 100_001)]
    [InlineData("\"\"\"\n", 100_001)]
    [InlineData("'\n", 100_001)]
    [InlineData("\"#{", 100_001)]
    [InlineData("(\n", 100_000)]
    [InlineData("\0", 1_000_000)]
    [InlineData("\0\u0001", 500_000)]
    [InlineData("end\n", 50_000)]
    [InlineData("else\n", 50_000)]
    [InlineData("if x do\n", 50_000)]
    [InlineData("dialog d do\n", 50_000)]
    [InlineData("for x in y ", 50_000)]
    [InlineData("case x do\n", 50_000)]
    [InlineData("fn x -> ", 50_000)]
    [InlineData("a -> ", 50_000)]
    [InlineData(", do: ", 50_000)]
    [InlineData("\"#{\n", 100_000)]
    [InlineData("@x [\ndialog d do\n", 20_000)]
    [InlineData("say \"abc\n", 50_000)]
    [InlineData("\\", 100_000)]
    public void Repeated_nonsense_gives_errors_in_linear_time(string piece, int count)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ParseOnSmallStack(Repeat(piece, count)).Should().NotBeEmpty();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_script_of_five_megabytes_is_parsed()
    {
        const string dialog = "dialog trigger: \"order [number=count] (cups | mugs)\" when open do\n  say \"#{count} it is, #{user.first_name}\", class: \"large\"\n  total = total + count * 2.5\nend\n\n";
        ParseOnSmallStack(Repeat(dialog, 5_000_000 / dialog.Length)).Should().BeEmpty();
    }

    [Fact]
    public void A_list_of_any_length_is_no_deep_tree() =>
        ParseOnSmallStack("@x [" + Repeat("-1, not a, f(x).y, \"a#{b}\",\n", 20_000) + "]").Should().BeEmpty();

    [Fact]
    public void Errors_in_a_file_that_is_too_deep_are_not_followed_up() =>
        ParseOnSmallStack("say 1\n" + Nest("(", "1", ")", 500)).Should().ContainSingle().Which.Message.Should().Be("the script is nested too deeply here");

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static string Nest(string open, string middle, string close, int count) =>
        open.StartsWith("if", StringComparison.Ordinal)
            ? $"dialog d do\n{Repeat(open, count)}{middle}\nend"
            : $"dialog d do\nx = {Repeat(open, count)}{middle}{Repeat(close, count)}\nend";

    private static IReadOnlyList<Diagnostic> ParseOnSmallStack(string text)
    {
        IReadOnlyList<Diagnostic> diagnostics = [];
        Exception? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    diagnostics = Scripts.Parse(text).Diagnostics;
                }
                catch (InvalidOperationException exception)
                {
                    failure = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        failure.Should().BeNull();
        return diagnostics;
    }
}
