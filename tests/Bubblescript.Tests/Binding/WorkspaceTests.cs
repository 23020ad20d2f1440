using Bubblescript.Binding;

namespace Bubblescript.Tests.Binding;

public sealed class WorkspaceTests
{
    [Fact]
    public void Bots_that_fit_together_have_no_diagnostics()
    {
        Bot main = Bot.Parse("dialog main do\n  switch_bot \"quiz\", dialog: start\nend\ndialog scored do\nend");
        Bot quiz = Bot.Parse("dialog main do\nend\ndialog start do\n  return_bot dialog: scored\nend", "quiz");

        main.Diagnostics.Should().ContainSingle();
        quiz.Diagnostics.Should().ContainSingle();
        Bot.CheckWorkspace([main, quiz]).Should().BeEmpty();
    }

    [Fact]
    public void Unknown_bots_and_dialogs_are_errors()
    {
        Bot main = Bot.Parse("dialog main do\n  switch_bot \"quizz\"\n  switch_bot \"quiz\", dialog: strat\n  switch_bot other, dialog: x\n  switch_bot \"quiz\", dialog: __unknown__\nend");
        Bot quiz = Bot.Parse("dialog main do\nend\ndialog start, trigger: \"x\" do\nend", "quiz");

        Bot.CheckWorkspace([main, quiz]).Select(DiagnosticText.Show).Should().Equal(
            "error 2:14 BS0108 unknown bot 'quizz'; did you mean 'quiz'?",
            "error 3:30 BS0101 unknown dialog 'strat' of the bot 'quiz'; did you mean 'start'?",
            "error 5:30 BS0101 unknown dialog '__unknown__' of the bot 'quiz'");
    }

    [Fact]
    public void Known_ids_are_checked_when_a_bot_is_built()
    {
        BotSources sources = new("main", [new BotFile("main.bubble", "dialog main do\n  switch_bot \"quizz\"\nend")]);

        DiagnosticText.Of(sources).Should().BeEmpty();
        DiagnosticText.Of(sources with { KnownBots = ["main", "quiz"] }).Should().Equal("error 2:14 BS0108 unknown bot 'quizz'; did you mean 'quiz'?");
    }
}
