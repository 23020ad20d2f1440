using Bubblescript.Binding;
using Bubblescript.Binding.Tree;

namespace Bubblescript.Tests.Binding;

public sealed class PlatformDialogTests
{
    [Fact]
    public void The_default_main_dialog_invokes_main_and_comes_last()
    {
        ScriptProgram program = Bot.Parse("dialog main do\nend").Main;

        program.Dialogs.Select(static dialog => dialog.Name).Should().Equal("main", "__main__", "__error__");
        program.Dialogs.Select(static dialog => dialog.IsDefault).Should().Equal(false, true, true);
        CodeText.Of(program.DialogsByName["__main__"][0].Body, program).Should().Equal("0 Invoke 'main'");
    }

    [Fact]
    public void Without_main_the_default_main_dialog_does_nothing() =>
        Bot.Parse("dialog trigger: \"x\" do\nend").Main.DialogsByName["__main__"][0].Body.Code.Should().BeEmpty();

    [Fact]
    public void The_scripts_own_platform_dialogs_come_before_the_defaults()
    {
        ScriptProgram program = Bot.Parse("dialog __error__ when false do\nend\ndialog main do\nend").Main;

        program.DialogsByName["__error__"].Select(static dialog => dialog.IsDefault).Should().Equal(false, true);
    }

    [Fact]
    public void The_default_error_dialog_asks_where_the_error_is_while_debugging()
    {
        ScriptProgram program = Bot.Parse("dialog main do\nend").Main;

        CodeText.Of(program.DialogsByName["__error__"][0].Body, program).Should().Equal(
            "0 jump 4 when False",
            "1 Say InterpolationNode",
            "2 Ask InterpolationNode expecting: \"OK\" quick_replies: [\"OK\"]",
            "3 jump 8",
            "4 Tag \"error\"",
            "5 Say \"Oops, that went wrong!\"",
            "6 Ask \"Sorry about that…! Let's try it again.\" quick_replies: [\"Restart\"]",
            "7 Invoke '__main__' :reset");
    }

    [Fact]
    public void Coordinators_have_a_default_main_dialog_only()
    {
        Bot bot = Bot.Build(new BotSources("b", [new BotFile("main.bubble", "dialog main do\nend"), new BotFile("master.bubble", "dialog main do\nend"), new BotFile("group.bubble", "task event: \"x\" do\nend")]));

        bot.Master!.Dialogs.Select(static dialog => dialog.Name).Should().Equal("main", "__main__");
        bot.Group!.Dialogs.Single().Body.Code.Should().BeEmpty();
        bot.Group.TasksByEvent.Should().ContainKey("x");
    }
}
