using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;

namespace Bubblescript.Tests.Binding;

public sealed class BotLoadTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"bubblescript-{Guid.NewGuid():n}", "coffee");

    public BotLoadTests() => Directory.CreateDirectory(_folder);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void A_folder_is_loaded_with_main_first_and_then_by_path()
    {
        Write("zebra.bubble", "dialog z, trigger: \"z\" do\nend");
        Write("main.bubble", "dialog main do\n  say @data_menu\nend");
        Write("area/a.bubblescript", "dialog a, trigger: \"a\" do\nend");
        Write("master.bubble", "task event: \"x\" do\nend");
        Write("group.bubble", "task event: \"x\" do\nend");
        Write("order.test.bubble", "test \"orders\" do\nend");
        Write("data/menu.yml", "- Tea");
        Write("README.md", "# not a script (");
        Write(".hidden/x.bubble", "nonsense (");
        Write(".secret.yml", "a: [");

        Bot bot = Bot.Load(_folder);

        bot.Id.Should().Be("coffee");
        bot.Main.Dialogs.Where(static dialog => !dialog.IsDefault).Select(static dialog => dialog.Identity).Should().Equal("main.bubble: dialog main", "area/a.bubblescript: dialog a", "zebra.bubble: dialog z");
        bot.Master.Should().NotBeNull();
        bot.Group.Should().NotBeNull();
        bot.TestNames.Should().Equal("orders");
        bot.Diagnostics.Should().BeEmpty();
        Bot.Load(_folder + Path.DirectorySeparatorChar, "other").Id.Should().Be("other");
    }

    [Fact]
    public void A_single_file_is_a_bot()
    {
        string path = Write("hello.bubble", "dialog main do\n  say \"hi\"\nend");
        Write("more.bubble", "broken (");

        Bot.Load(path).Id.Should().Be("hello");
        Bot.TryLoad(path, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics).Should().BeTrue();
        bot.Should().NotBeNull();
        diagnostics.Should().BeEmpty();
    }

    [Fact]
    public void The_exception_of_a_bot_with_errors_shows_them_all()
    {
        Write("main.bubble", "dialog main do\n  invoke nowhere\nend\ndialog orphan do\nend");
        Write("other.bubble", "dialog trigger: \"x\" do\n  break\nend");

        Action load = () => Bot.Load(_folder);

        BotLoadException exception = load.Should().Throw<BotLoadException>().Which;
        exception.Diagnostics.Should().HaveCount(3);
        exception.Message.Should().Be(
            """
            The bot 'coffee' has 2 errors and cannot run.
            main.bubble(2,10): error BS0101: unknown dialog 'nowhere'
                  invoke nowhere
                         ^^^^^^^
            main.bubble(4,8): warning BS0902: unreachable dialog 'orphan': nothing invokes it and it has no trigger
                dialog orphan do
                       ^^^^^^
            other.bubble(2,3): error BS0302: 'break' is allowed inside 'repeat' only
                  break
                  ^^^^^
            """.ReplaceLineEndings("\n"));
        Bot.TryLoad(_folder, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics).Should().BeFalse();
        bot.Should().BeNull();
        diagnostics.Should().HaveCount(3);
    }

    [Fact]
    public void What_does_not_exist_is_a_diagnostic()
    {
        string path = Path.Combine(_folder, "nothing");

        Bot.TryLoad(path, out _, out ImmutableArray<Diagnostic> diagnostics).Should().BeFalse();

        diagnostics.Should().ContainSingle().Which.FullMessage.Should().Be($"There is no bot at '{path}': neither a folder nor a file");
        Action load = () => Bot.Load(path);
        load.Should().Throw<BotLoadException>().WithMessage("*There is no bot at*");
        Action read = () => BotSources.Read(path);
        read.Should().Throw<FileNotFoundException>();
    }

    [Fact]
    public void A_folder_without_scripts_is_no_bot()
    {
        Write("data.yml", "a: 1");

        Bot.TryLoad(_folder, out _, out ImmutableArray<Diagnostic> diagnostics).Should().BeFalse();

        diagnostics.Select(DiagnosticText.Show).Should().Equal("coffee error 1:1 BS0213 the bot has no script; add a file 'main.bubble'");
    }

    [Fact]
    public void The_content_hash_differs_when_a_file_differs()
    {
        Bot first = Bot.Parse("dialog main do\nend");

        Bot.Parse("dialog main do\nend").ContentHash.Should().Be(first.ContentHash);
        Bot.Parse("dialog main do\n\nend").ContentHash.Should().NotBe(first.ContentHash);
    }

    private string Write(string path, string text)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }
}
