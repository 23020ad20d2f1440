using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;
using Bubblescript.Values;

namespace Bubblescript.Tests.Binding;

public sealed class ConstantTests
{
    [Fact]
    public void Constants_use_one_another_in_any_order()
    {
        Bot bot = Parse("@titles pluck(@items, \"title\")\n@logo @base + \"logo.png\"\n@base \"https://cdn/\"\n@items [%{title: \"Pen\"}, %{title: \"Ink\"}]");

        bot.ConstantValue("logo").Should().Be((Value)"https://cdn/logo.png");
        bot.ConstantValue("titles").Should().Be(Value.ListOf("Pen", "Ink"));
    }

    [Fact]
    public void Lists_of_a_repeated_constant_are_concatenated_in_the_order_of_the_files()
    {
        Bot bot = Bot.Build(new BotSources("b", [new BotFile("other.bubble", "@faq [\"c\"]"), new BotFile("main.bubble", "@faq [\"a\"]\n@faq [\"b\"]\ndialog main do\n  say @faq\nend")]));

        bot.ConstantValue("faq").Should().Be(Value.ListOf("a", "b", "c"));
    }

    [Fact]
    public void A_repeated_constant_that_is_no_list_is_an_error_that_names_both_places() =>
        DiagnosticText.OfFiles(("main.bubble", "@limit 3\n@list [1]\n@list 2\ndialog main do\n  say @limit + @list\nend"), ("more.bubble", "\n  @limit 4")).Should().Equal(
            "error 3:1 BS0201 duplicate constant '@list': it is already defined at main.bubble:2; only constants whose values are all lists can be repeated",
            "more.bubble error 2:3 BS0201 duplicate constant '@limit': it is already defined at main.bubble:1; only constants whose values are all lists can be repeated");

    [Fact]
    public void Constants_that_need_each_other_are_an_error() =>
        Errors("@a @b\n@b [@c, 1]\n@c length(@a)").Should().Equal("error 1:1 BS0204 the constant '@a' is part of a cycle and needs its own value: @a → @b → @c → @a");

    [Fact]
    public void A_constant_that_needs_itself_is_an_error() =>
        Errors("@a @a + 1").Should().Equal("error 1:1 BS0204 the constant '@a' is part of a cycle and needs its own value: @a → @a");

    [Theory]
    [InlineData("@a date_now()", "error 1:4 BS0205 the constant '@a' cannot call 'date_now', which depends on the outside")]
    [InlineData("@a [1, spawn_group()]", "error 1:8 BS0205 the constant '@a' cannot call 'spawn_group', which acts on the outside")]
    [InlineData("@a counter + 1", "error 1:4 BS0205 the constant '@a' cannot read the variable 'counter'")]
    [InlineData("@b 1\n@a b", "error 2:4 BS0205 the constant '@a' cannot read the variable 'b'; write '@b'")]
    [InlineData("@a user.name", "error 1:4 BS0205 the constant '@a' cannot read the variable 'user'")]
    [InlineData("@a double(2)\nfunction double(_x) do\nend", "error 1:4 BS0102 unknown function 'double'; the constant '@a' cannot call functions of the script")]
    [InlineData("@a @nope", "error 1:4 BS0104 unknown constant '@nope'")]
    [InlineData("@a 1 - \"x\"", "error 1:4 BS0206 the constant '@a' has no value: \"-\" needs numbers, but its right side is string (\"x\"); number(...) makes a number of a text")]
    [InlineData("@a item([1], \"x\")", "error 1:4 BS0206 the constant '@a' has no value: item: argument 2 must be integer, got string (\"x\")")]
    public void What_depends_on_the_outside_or_fails_is_no_constant(string constants, string expected) => Errors(constants).Should().Equal(expected);

    [Fact]
    public void Only_the_first_failure_of_a_chain_is_reported() =>
        Errors("@a @b\n@b nope()\n@c @a\n@c @a").Should().Equal("error 2:4 BS0102 unknown function 'nope'");

    [Fact]
    public void A_long_chain_of_constants_is_evaluated()
    {
        const int count = 20_000;
        string chain = string.Concat(Enumerable.Range(0, count).Select(static i => FormattableString.Invariant($"@c{i} @c{i + 1}\n")));

        Parse(FormattableString.Invariant($"{chain}@c{count} 7")).ConstantValue("c0").Should().Be((Value)7);
    }

    [Fact]
    public void Intents_take_their_id_from_the_constant()
    {
        Bot bot = Parse("@greeting intent(match: \"hello\", label: \"Hi\")\n@other intent(match: \"x\", id: \"own\")\n@alias @greeting");

        bot.ConstantValue("greeting").AsRecord()!["id"].Should().Be((Value)"greeting");
        bot.ConstantValue("alias").AsRecord()!["id"].Should().Be((Value)"greeting");
        bot.ConstantValue("other").AsRecord()!["id"].Should().Be((Value)"own");
    }

    [Fact]
    public void Configuration_constants_are_the_settings()
    {
        BotSettings settings = Bot.Parse("@timeout \"1h30m\"\n@ask_timeout 20\n@delay 0\n@typing_indicator \"500ms\"\ndialog main do\nend").Settings;

        settings.Should().Be(new BotSettings
        {
            SessionTimeout = TimeSpan.FromMinutes(90),
            AskTimeout = TimeSpan.FromSeconds(20),
            Delay = TimeSpan.Zero,
            TypingIndicator = TimeSpan.FromMilliseconds(500),
        });
    }

    [Fact]
    public void Settings_have_defaults_and_infinity()
    {
        Bot.Parse("dialog main do\nend").Settings.Should().Be(new BotSettings { SessionTimeout = TimeSpan.FromMinutes(15), AskTimeout = null, Delay = TimeSpan.FromSeconds(1), TypingIndicator = TimeSpan.FromSeconds(1) });
        Bot.Parse("@timeout :infinity\ndialog main do\nend").Settings.SessionTimeout.Should().BeNull();
    }

    [Fact]
    public void Groups_have_settings_of_their_own()
    {
        Bot bot = Bot.Build(new BotSources("b", [new BotFile("main.bubble", "@timeout 60\ndialog main do\nend"), new BotFile("group.bubble", "@timeout 5\ntask event: \"x\" do\nend"), new BotFile("master.bubble", "task event: \"x\" do\nend")]));

        bot.Settings.SessionTimeout.Should().Be(TimeSpan.FromSeconds(60));
        bot.Group!.Settings.SessionTimeout.Should().Be(TimeSpan.FromSeconds(5));
        bot.Master!.Settings.SessionTimeout.Should().Be(TimeSpan.FromMinutes(15));
    }

    [Theory]
    [InlineData("@timeout \"soon\"", "error 1:1 BS0110 '@timeout' must be a duration, got string (\"soon\"); write seconds, a text such as \"1h30m\", or :infinity")]
    [InlineData("@delay :infinity", "error 1:1 BS0110 '@delay' must be a duration, got atom (:infinity); write seconds or a text such as \"500ms\"")]
    [InlineData("@typing_indicator -1", "error 1:1 BS0110 '@typing_indicator' must be a duration, got integer (-1); write seconds or a text such as \"500ms\"")]
    public void Settings_that_are_no_durations_are_errors(string constant, string expected) =>
        DiagnosticText.Of($"{constant}\ndialog main do\nend").Should().Equal(expected);

    [Theory]
    [InlineData("@spare 3", "", "warning 1:1 BS0903 unused constant '@spare'")]
    [InlineData("@spare [@spare2]\n@spare2 1", "", "warning 1:1 BS0903 unused constant '@spare'")]
    public void Constants_that_nothing_reads_are_warned_of(string constants, string statement, string expected) =>
        DiagnosticText.Of($"{constants}\ndialog main do\n{statement}\nend").Should().Equal(expected);

    [Theory]
    [InlineData("ask \"q\", expecting: \"(@spare | x)\"")]
    [InlineData("x = \"#{@spare}\"")]
    [InlineData("@use [@spare]\n  say @use", "@use [@spare]\n")]
    [InlineData("dialog trigger: \"hi @spare\" do\n  end")]
    public void Constants_that_code_patterns_or_others_read_are_used(string statement, string more = "")
    {
        string body = more.Length > 0 ? "say @use" : statement;
        DiagnosticText.Of($"@spare \"a | b\"\n{more}dialog main do\n  {body}\nend").Should().BeEmpty();
    }

    private static Bot Parse(string constants)
    {
        Bot.TryBuild(new BotSources("b", [new BotFile("main.bubble", $"{constants}\ndialog main do\nend")]), out Bot? bot, out ImmutableArray<Diagnostic> diagnostics);
        bot.Should().NotBeNull(string.Join('\n', diagnostics));
        return bot!;
    }

    private static IEnumerable<string> Errors(string constants) =>
        DiagnosticText.Of($"{constants}\ndialog main do\nend").Where(static line => line.Contains("error ", StringComparison.Ordinal));
}
