namespace Bubblescript.Tests.Binding;

public sealed class NameDiagnosticTests
{
    [Fact]
    public void Ten_mistakes_give_ten_diagnostics() =>
        DiagnosticText.Of(
            """
            @colour "red"

            dialog main do
              say @color
              invoke ask_nmae
              perform calcualte
              ask "Name?", timout: 10
              say lenght([1])
              break
              say add(1)
              goto "greet"
            end

            dialog ask_name, triger: "name" do
              say @colour
            end

            task calculate do
              say "no"
            end

            function add(_a, _b) do
              return _a + _b
            end

            dialog greet, trigger: "hello (" do
            end
            """).Should().Equal(
            "error 4:7 BS0104 unknown constant '@color'; did you mean '@colour'?",
            "error 5:10 BS0101 unknown dialog 'ask_nmae'; did you mean 'ask_name'?",
            "error 6:11 BS0103 unknown task 'calcualte'; did you mean 'calculate'?",
            "error 7:16 BS0105 unknown option 'timout' of 'ask'; did you mean 'timeout'?",
            "error 8:7 BS0102 unknown function 'lenght'; did you mean 'length'?",
            "error 9:3 BS0302 'break' is allowed inside 'repeat' only",
            "error 10:7 BS0106 'add' takes 2 arguments, got 1",
            "error 11:8 BS0109 'goto' needs the name of a dialog; write 'goto greet' without quotes",
            "error 14:18 BS0105 unknown option 'triger' of 'dialog'; did you mean 'trigger'?",
            "error 19:3 BS0301 'say' is allowed in dialogs only, not in a task",
            "error 26:24 BS0207 invalid BML at its column 8: a pattern is missing here");

    [Theory]
    [InlineData("invoke nowhere", "error 2:10 BS0101 unknown dialog 'nowhere'")]
    [InlineData("ask \"a\", timeout_dialog: nowhere", "error 2:28 BS0101 unknown dialog 'nowhere'")]
    [InlineData("prompt dialog: nowhere", "error 2:18 BS0101 unknown dialog 'nowhere'")]
    [InlineData("invoke calc", "error 2:10 BS0101 unknown dialog 'calc'; 'calc' is a task; write 'perform calc'")]
    [InlineData("invoke :greet", "error 2:10 BS0109 'invoke' needs the name of a dialog; write 'invoke greet' without quotes")]
    [InlineData("invoke main, :rest", "error 2:16 BS0105 the only option of 'invoke' is ':reset'")]
    [InlineData("perform main", "error 2:11 BS0103 unknown task 'main'; 'main' is a dialog; write 'invoke main'")]
    [InlineData("perform double", "error 2:11 BS0103 unknown task 'double'; 'double' is a function; write 'double(…)'")]
    [InlineData("main()", "error 2:3 BS0102 unknown function 'main'; 'main' is a dialog; write 'invoke main'")]
    [InlineData("calc()", "error 2:3 BS0102 unknown function 'calc'; 'calc' is a task; write 'perform calc'")]
    [InlineData("say LLM.compleat(1)", "error 2:7 BS0102 unknown function 'LLM.compleat'; did you mean 'LLM.complete'?")]
    [InlineData("say [1] |> lenght", "error 2:14 BS0102 unknown function 'lenght'; did you mean 'length'?")]
    [InlineData("say \"#{@nope}\"", "error 2:10 BS0104 unknown constant '@nope'")]
    public void Unknown_names_are_reported_at_the_name(string statement, string expected) => In(statement).Should().Equal(expected);

    [Theory]
    [InlineData("say \"a\", clas: \"b\"", "error 2:12 BS0105 unknown option 'clas' of 'say'; did you mean 'class'?")]
    [InlineData("react \"a\", class: \"b\"", "error 2:14 BS0105 unknown option 'class' of 'react'; it takes no options")]
    [InlineData("dial \"1\", wait: 3", "error 2:13 BS0105 unknown option 'wait' of 'dial'; it knows timeout")]
    [InlineData("say \"a\", class: 1, class: 2", "error 2:22 BS0105 the option 'class' is given twice")]
    [InlineData("say join([1], joner: \"x\")", "error 2:17 BS0105 unknown option 'joner' of 'join'; did you mean 'joiner'?")]
    [InlineData("say random [\"a\"], clas: \"b\"", "error 2:21 BS0105 unknown option 'clas' of 'random'; it takes no options")]
    public void Unknown_options_are_reported_at_the_key(string statement, string expected) => In(statement).Should().Equal(expected);

    [Theory]
    [InlineData("say", "error 2:3 BS0106 'say' takes 1 argument, got 0")]
    [InlineData("say \"a\", \"b\"", "error 2:3 BS0106 'say' takes 1 argument, got 2")]
    [InlineData("stop 1", "error 2:3 BS0106 'stop' takes no arguments, got 1")]
    [InlineData("mail \"a\"", "error 2:3 BS0106 'mail' takes 3 or 4 arguments, got 1")]
    [InlineData("emit", "error 2:3 BS0106 'emit' takes 1 or 2 arguments, got 0")]
    [InlineData("emit \"a\", 1, b: 2", "error 2:3 BS0106 'emit' takes 1 or 2 arguments, got 3")]
    [InlineData("prompt", "error 2:3 BS0106 'prompt' takes 1 argument, got 0")]
    [InlineData("prompt \"a\", dialog: main", "error 2:3 BS0106 'prompt' takes no arguments, got 1")]
    [InlineData("say length()", "error 2:7 BS0106 length takes 1 argument (x), got 0")]
    [InlineData("say double()", "error 2:7 BS0106 'double' takes 1 argument, got 0")]
    [InlineData("say double(1, a: 2)", "error 2:7 BS0106 'double' takes 1 argument, got 2")]
    [InlineData("say 1 |> double(2)", "error 2:12 BS0106 'double' takes 1 argument, got 2")]
    public void Wrong_numbers_of_arguments_are_reported_at_the_word(string statement, string expected) => In(statement).Should().Equal(expected);

    [Fact]
    public void A_dialog_inside_another_is_known_inside_it_and_where_the_other_may_be_on_the_stack() =>
        DiagnosticText.Of(
            """
            dialog main do
              invoke inner
              invoke helper
              dialog inner do
                invoke sibling
              end
              dialog sibling do
              end
            end

            dialog helper do
              invoke inner
            end

            dialog trigger: "x" do
              invoke sibling
            end
            """).Should().BeEmpty();

    [Fact]
    public void A_dialog_inside_another_is_unknown_where_the_other_is_never_on_the_stack() =>
        DiagnosticText.Of(
            """
            dialog main do
              invoke inner
              invoke other
            end

            dialog other do
              invoke inner
              dialog inner do
              end
            end
            """).Should().Equal("error 2:10 BS0101 unknown dialog 'inner'; 'inner' stands inside the dialog 'other', which is never on the stack here");

    [Fact]
    public void Platform_dialogs_with_a_default_can_be_named() =>
        DiagnosticText.Of("dialog main do\n  invoke __error__\n  invoke __main__, :reset\n  goto __unknown__\nend").Should().Equal("error 4:8 BS0101 unknown dialog '__unknown__'");

    [Fact]
    public void Scripts_of_master_and_group_have_names_of_their_own() =>
        DiagnosticText.OfFiles(
            ("main.bubble", "@shared 1\ndialog main do\n  say @shared\nend\ntask t do\nend\nfunction f() do\nend"),
            ("master.bubble", "@own 2\ntask event: \"a\" do\n  x = @shared + @own\n  perform t\n  y = f()\nend")).Should().Equal(
            "master.bubble error 4:11 BS0103 unknown task 't'",
            "master.bubble error 5:7 BS0102 unknown function 'f'");

    private static IEnumerable<string> In(string statement) => DiagnosticText.Of(
        $$"""
        dialog main do
          {{statement}}
        end

        task calc do
        end

        function double(_x) do
          return _x * 2
        end
        """);
}
