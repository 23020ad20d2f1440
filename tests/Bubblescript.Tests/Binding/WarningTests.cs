namespace Bubblescript.Tests.Binding;

public sealed class WarningTests
{
    [Fact]
    public void Named_dialogs_that_nothing_leads_to_are_warned_of() =>
        DiagnosticText.Of(
            """
            dialog main do
              invoke used
            end

            dialog used do
              prompt dialog: menu
              ask "a", timeout_dialog: late
              dialog inner do
              end
              dialog label: "X" do
                goto far
              end
            end

            dialog menu do
            end

            dialog late do
            end

            dialog far do
            end

            dialog orphan do
              invoke child
            end

            dialog child do
              invoke orphan
            end
            """).Should().Equal(
            "warning 8:10 BS0902 unreachable dialog 'inner': nothing invokes it and it has no trigger",
            "warning 24:8 BS0902 unreachable dialog 'orphan': nothing invokes it and it has no trigger",
            "warning 28:8 BS0902 unreachable dialog 'child': nothing invokes it and it has no trigger");

    [Fact]
    public void Heads_and_platform_names_make_dialogs_reachable() =>
        DiagnosticText.Of(
            """
            dialog __main__ do
              invoke a
            end
            dialog a do end
            dialog b, trigger: "b" do end
            dialog c, event: "c" do end
            dialog d, location: [1, 2] do end
            dialog e, attachment: :image do end
            dialog __unknown__ do end
            dialog __closed__ do end
            """).Should().BeEmpty();

    [Fact]
    public void Main_is_unreachable_behind_a_main_dialog_that_always_runs() =>
        DiagnosticText.Of("dialog __main__ do\nend\ndialog main do\nend").Should().Equal("warning 3:8 BS0902 unreachable dialog 'main': nothing invokes it and it has no trigger");

    [Fact]
    public void Main_is_reachable_behind_a_main_dialog_with_a_guard() =>
        DiagnosticText.Of("dialog __main__ when group do\nend\ndialog main do\nend").Should().BeEmpty();

    [Fact]
    public void A_dialog_that_this_bot_switches_to_is_reachable() =>
        DiagnosticText.Of("dialog main do\n  switch_bot \"main\", dialog: start\nend\ndialog start do\nend").Should().BeEmpty();

    [Fact]
    public void A_dialog_hidden_by_an_earlier_one_without_guard_is_warned_of() =>
        DiagnosticText.Of("dialog main do\nend\ndialog main do\nend\ndialog a, trigger: \"x\" when y do\nend\ndialog a, trigger: \"y\" do\nend\ndialog a, trigger: \"z\" do\nend").Should().Equal(
            "warning 3:8 BS0905 duplicate dialog 'main': the one at main.bubble:1 has no guard and always comes first",
            "warning 9:8 BS0905 duplicate dialog 'a': the one at main.bubble:7 has no guard and always comes first");

    [Fact]
    public void Platform_dialogs_of_the_library_hide_nothing() =>
        DiagnosticText.Of("dialog main do\nend\ndialog __error__ do\nend").Should().BeEmpty();

    [Theory]
    [InlineData("close")]
    [InlineData("stop")]
    [InlineData("goto main")]
    [InlineData("return")]
    public void Statements_behind_the_end_of_a_block_are_warned_of_once(string statement)
    {
        string word = statement.Split(' ')[0];
        DiagnosticText.Of($"dialog main do\n  if x do\n    {statement}\n    say \"a\"\n    say \"b\"\n  end\n  say \"c\"\n  {statement}\n  dialog trigger: \"t\" do\n  end\nend").Should().Equal(
            $"warning 4:5 BS0904 unreachable statement: '{word}' stands before it");
    }

    [Fact]
    public void Alternatives_of_random_and_once_are_not_behind_one_another() =>
        DiagnosticText.Of("dialog main do\n  random do\n    stop\n    say \"a\"\n  end\n  once do\n    close\n    say \"b\"\n  end\nend").Should().BeEmpty();

    [Theory]
    [InlineData("1 + 2", "")]
    [InlineData("x == 3", "")]
    [InlineData("\"text\"", "")]
    [InlineData("@c", "")]
    [InlineData("contiue", "; did you mean 'continue'?")]
    public void Values_that_are_not_used_are_warned_of(string statement, string hint) =>
        DiagnosticText.Of($"dialog main do\n  {statement}\n  log @c\nend\n@c 1").Should().Equal($"warning 2:3 BS0906 the value is not used{hint}");

    [Theory]
    [InlineData("length([1])")]
    [InlineData("[1] |> length")]
    [InlineData("f()")]
    public void Calls_may_stand_as_statements(string statement) =>
        DiagnosticText.Of($"dialog main do\n  {statement}\nend\nfunction f() do\nend").Should().BeEmpty();

    [Fact]
    public void Main_scripts_without_start_are_warned_of() =>
        DiagnosticText.OfFiles(("a.bubble", "dialog trigger: \"x\" do\nend"), ("group.bubble", "task event: \"x\" do\nend")).Should().Equal(
            "a.bubble warning 1:1 BS0907 conversations start without a dialog: there is neither 'main' nor '__main__'; add 'dialog main do … end'");

    [Fact]
    public void Warnings_do_not_keep_a_bot_from_running() =>
        Bubblescript.Binding.Bot.Parse("dialog main do\nend\ndialog orphan do\nend").Diagnostics.Select(DiagnosticText.Show).Should().ContainSingle();
}
