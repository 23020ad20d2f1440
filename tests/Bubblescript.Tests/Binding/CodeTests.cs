using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;

namespace Bubblescript.Tests.Binding;

public sealed class CodeTests
{
    [Fact]
    public void If_and_unless_jump_over_what_does_not_apply() =>
        CodeText.OfMain(
            """
            dialog main do
              if x do say "a" else say "b" end
              unless x, do: stop
            end
            """).Should().Equal("0 jump 3 when False", "1 Say \"a\"", "2 jump 4", "3 Say \"b\"", "4 jump 6 when True", "5 Stop");

    [Fact]
    public void A_branch_keeps_its_subject_in_a_hidden_local_and_a_literal_true_always_applies() =>
        CodeText.OfMain(
            """
            dialog main do
              branch x do
                1 -> say "one"
                true -> say "else"
              end
              branch do
                y -> say "y"
                else say "none"
              end
            end
            """).Should().Equal(
            "0 assign Local _$branch0",
            "1 jump 4 unless _$branch0",
            "2 Say \"one\"",
            "3 jump 6",
            "4 Say \"else\"",
            "5 jump 6",
            "6 jump 9 when False",
            "7 Say \"y\"",
            "8 jump 10",
            "9 Say \"none\"");

    [Fact]
    public void Loops_jump_back_to_their_next_round_and_break_leaves_the_innermost() =>
        CodeText.OfMain(
            """
            dialog main do
              repeat x in [1] do
                repeat 3 do
                  break
                end
                repeat _y in z do
                end
              end
              repeat do
                break
              end
            end
            """).Should().Equal(
            "0 repeat 0 Process x",
            "1 next 0 exit 10",
            "2 repeat 1",
            "3 next 1 exit 6",
            "4 break 1 exit 6",
            "5 jump 3",
            "6 repeat 2 Local _y",
            "7 next 2 exit 9",
            "8 jump 7",
            "9 jump 1",
            "10 repeat 3",
            "11 next 3 exit 14",
            "12 break 3 exit 14",
            "13 jump 11");

    [Fact]
    public void Random_and_once_jump_to_one_of_their_statements() =>
        CodeText.OfMain(
            """
            dialog main do
              random do
                say "a"
                if x do
                  say "b"
                end
              end
              once do
                say "c"
              after
                say "d"
                say "e"
              end
              once do
                say "f"
              end
            end
            """).Should().Equal(
            "0 random 1 3",
            "1 Say \"a\"",
            "2 jump 6",
            "3 jump 5 when False",
            "4 Say \"b\"",
            "5 jump 6",
            "6 once 7 after 9",
            "7 Say \"c\"",
            "8 jump 11",
            "9 Say \"d\"",
            "10 Say \"e\"",
            "11 once 12 after 14",
            "12 Say \"f\"",
            "13 jump 14");

    [Theory]
    [InlineData("ask random [\"a\"], expecting: [\"x\"], timeout: 3", "Ask random([\"a\"]) expecting: [\"x\"] timeout: 3")]
    [InlineData("show image \"u\", class: \"c\", delay: 3", "Show image(\"u\", \"c\") delay: 3")]
    [InlineData("ask \"q\", expecting: shuffle [\"a\"], timeout: 10", "Ask \"q\" expecting: shuffle([\"a\"]) timeout: 10")]
    [InlineData("say \"a\" + join [\"x\"], \"-\", class: \"c\"", "Say AddNode class: \"c\"")]
    [InlineData("say(join([\"x\"], \"-\"), class: \"c\")", "Say join([\"x\"], \"-\") class: \"c\"")]
    [InlineData("show location [lat: 1, lon: 2]", "Show location(…)")]
    public void Options_behind_a_call_belong_to_the_innermost_that_knows_them(string statement, string expected)
    {
        string code = CodeText.OfMain($"dialog main do\n  {statement}\nend").Should().ContainSingle().Subject;
        code = code.Replace("{\"lat\":1,\"lon\":2}", "…", StringComparison.Ordinal);
        code.Should().Be($"0 {expected}");
    }

    [Theory]
    [InlineData("emit \"e\", a: 1, to: x", "Emit \"e\" {\"a\":1} to: x")]
    [InlineData("emit \"e\", [a: 1], in: \"5m\"", "Emit \"e\" {\"a\":1} in: \"5m\"")]
    [InlineData("x = query :master, \"e\", n: y", "Query → Process x master \"e\" {n: y}")]
    [InlineData("reply n: 1", "Reply {\"n\":1}")]
    [InlineData("user.name = ask \"q\", timeout_dialog: main", "Ask → Predefined user.name 'main' \"q\"")]
    [InlineData("x[\"a\"].b[y] = perform t, w: 3", "Perform → Process x.a.b[…] 't' {\"w\":3}")]
    [InlineData("invoke main, :reset", "Invoke 'main' :reset")]
    [InlineData("goto main", "Goto 'main'")]
    [InlineData("prompt dialog: main", "Prompt 'main'")]
    [InlineData("prompt [\"a\", \"b\"], class: \"c\"", "Prompt [\"a\",\"b\"] class: \"c\"")]
    [InlineData("switch_bot \"other\", dialog: start, with: %{a: 1}", "SwitchBot 'start' \"other\" with: {\"a\":1}")]
    [InlineData("return_bot dialog: there", "ReturnBot 'there'")]
    [InlineData("await event(\"paid\")", "Await \"paid\"")]
    [InlineData("await event \"paid\"", "Await \"paid\"")]
    [InlineData("remember user", "Remember Predefined user")]
    [InlineData("forget user.name", "Forget Predefined user.name")]
    [InlineData("unset _x[3]", "Unset Local _x[…]")]
    [InlineData("wait 3", "Pause 3")]
    [InlineData("type \"3s\"", "Type \"3s\"")]
    [InlineData("template \"card\", title: \"x\"", "Template \"card\" {\"title\":\"x\"}")]
    [InlineData("return a: 1", "Return {\"a\":1}")]
    public void Statement_words_have_their_names_paths_payloads_and_options(string statement, string expected)
    {
        string code = CodeText.OfMain($"dialog main do\n  {statement}\nend\n\ntask t do\nend").Should().ContainSingle().Subject;
        code.Should().Be($"0 {expected}");
    }

    [Fact]
    public void Buttons_have_their_titles_and_actions() =>
        CodeText.OfMain(
            """
            dialog main do
              buttons "What?", class: "c" do
                "Site" -> open "https://example.com"
                "Call" -> event "call", n: 1
                title -> event("x")
              end
            end
            """).Should().Equal("0 Buttons \"What?\" class: \"c\" [\"Site\" open \"https://example.com\"] [\"Call\" event \"call\" {\"n\":1}] [title event \"x\"]");

    [Fact]
    public void Variables_have_one_slot_in_the_program_and_locals_one_in_each_body()
    {
        ScriptProgram program = Bot.Parse(
            """
            dialog main do
              a = _x + b
              dialog trigger: "#<seat>" do
                _x = a
                _y = user.name
              end
            end

            function f(_p, _q) do
              _x = a
              return _q
            end

            task t do
              say_it = _args.text
              _z = f(1, 2)
            end
            """).Main;

        program.VariableNames.Should().BeEquivalentTo("a", "b", "say_it", "seat");
        program.VariableSlots.Should().OnlyContain(slot => program.VariableNames[slot.Value] == slot.Key);
        BoundDialog main = program.DialogsByName["main"][0];
        main.Body.LocalNames.Should().Equal("_x");
        main.InnerDialogs.Single().Body.LocalNames.Should().Equal("_x", "_y");
        program.Functions["f"].Body.LocalNames.Should().Equal("_p", "_q", "_x");
        program.TasksByName["t"][0].Body.LocalNames[program.TasksByName["t"][0].ArgumentsSlot].Should().Be("_args");
    }

    [Fact]
    public void Declarations_and_statements_have_identities_that_survive_other_changes()
    {
        ImmutableArray<string> before = Identities(
            """
            dialog main do
              say "a"
              say "a"
              x = ask "b"
              dialog trigger: "t" do
                say "c"
              end
              dialog trigger: "t" when x do
              end
            end
            """);
        ImmutableArray<string> after = Identities(
            """
            dialog before do
              invoke main
            end

            dialog main do
              say "new"
              say   "a"
              say "a"
              x = ask    "b"

              dialog trigger: "u" do
              end
              dialog trigger: "t" do
                say "c"
              end
              dialog trigger: "t" when x do
              end
            end
            """);

        before.Should().Contain(
            "main.bubble: dialog main",
            "main.bubble: dialog main / say:say\"a\"",
            "main.bubble: dialog main / say:say\"a\"#2",
            "main.bubble: dialog main / ask:x=ask\"b\"",
            "main.bubble: dialog main > trigger:\"t\"",
            "main.bubble: dialog main > trigger:\"t\"#2",
            "main.bubble: dialog main > trigger:\"t\" / say:say\"c\"");
        after.Should().Contain(before);
        before.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Saved_positions_are_found_by_the_identity_of_their_statement()
    {
        BoundBody body = Bot.Parse("dialog main do\n  say \"a\"\n  repeat 3 do\n    ask \"b\"\n  end\nend").Main.DialogsByName["main"][0].Body;

        body.FindPosition("ask:ask\"b\"").Should().Be(3);
        body.FindPosition("next:repeat3").Should().Be(2);
        body.FindPosition("say:say\"gone\"").Should().Be(-1);
        IdentitiesOf(body).Zip(body.Code).Should().OnlyContain(static pair => pair.First.Length > 0 || pair.Second is JumpStatement);
    }

    [Fact]
    public void Long_statements_have_short_identities_that_differ()
    {
        string text = new('x', 500);
        BoundBody body = Bot.Parse($"dialog main do\n  say \"{text}a\"\n  say \"{text}b\"\nend").Main.DialogsByName["main"][0].Body;

        IdentitiesOf(body).Should().OnlyHaveUniqueItems().And.OnlyContain(static identity => identity.Length < 100);
    }

    [Fact]
    public void Once_counters_name_the_declaration_and_the_place()
    {
        BoundBody body = Bot.Parse("dialog main do\n  once do\n    say \"a\"\n  end\n  once do\n    say \"b\"\n  end\nend").Main.DialogsByName["main"][0].Body;

        body.Code.OfType<OnceStatement>().Select(static once => once.Counter).Should().Equal("main.bubble: dialog main/once:", "main.bubble: dialog main/once:#2");
    }

    private static ImmutableArray<string> Identities(string script)
    {
        ScriptProgram program = Bot.Parse(script).Main;
        return
        [
            .. program.Declarations.Values.Where(static declaration => declaration is not BoundDialog { IsDefault: true }).SelectMany(static declaration =>
                IdentitiesOf(declaration.Body)
                    .Where(static identity => identity.Length > 0)
                    .Select(identity => $"{declaration.Identity} / {identity}")
                    .Prepend(declaration.Identity)),
        ];
    }

    private static IEnumerable<string> IdentitiesOf(BoundBody body) => Enumerable.Range(0, body.Code.Length).Select(body.IdentityOf);
}
