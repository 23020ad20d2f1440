namespace Bubblescript.Tests.Cli;

public sealed class TranslationsCommandTests
{
    private const string Script = """
        dialog main do
          say _"Good night"
          say _"Hello #{name}"
          say _"Good night"
          say _("Tea\nor \"coffee\"?")
        end
        """;

    [Fact]
    public async Task A_new_table_has_an_entry_without_value_for_every_text()
    {
        using TemporaryBot bot = new(("main.bubble", Script));

        ToolRun run = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should().Be($"{bot.PathOf("translations.nl.yml")}: 0 translated, 3 to translate, 0 obsolete\n");
        Read(bot, "translations.nl.yml").Should().Be("\"Good night\":\n\"Hello #{name}\":\n\"Tea\\nor \\\"coffee\\\"?\":\n");
        (await ToolRun.StartAsync("Ann", "run", bot.Folder)).Output.Should().StartWith("bot: Good night\n");
    }

    [Fact]
    public async Task What_is_translated_is_kept_as_it_is_written_and_what_no_script_uses_is_marked()
    {
        const string Table = """
            # Made by Jan.

            Good morning: Goedemorgen   # early
            # informal!
            "Hello #{name}": |-
              Hoi
              # #{name}
            # The end.
            """;
        using TemporaryBot bot = new(("main.bubble", Script), ("translations.nl.yml", Table));

        ToolRun first = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl");
        string once = Read(bot, "translations.nl.yml");
        await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl");

        first.Output.Should().EndWith("1 translated, 2 to translate, 1 obsolete\n");
        once.Should().Be("""
            # Made by Jan.

            # obsolete: no script uses this text
            Good morning: Goedemorgen   # early
            # informal!
            "Hello #{name}": |-
              Hoi
              # #{name}
            "Good night":
            "Tea\nor \"coffee\"?":
            # The end.

            """);
        Read(bot, "translations.nl.yml").Should().Be(once);
    }

    [Fact]
    public async Task Texts_of_all_kinds_survive_the_way_to_translators_and_back()
    {
        string[] texts = ["👍 Émoji", "  padded ", "yes", "123", "- dash", "a: b # c", "tab\\there", "line\\nbreak", "back\\\\slash"];
        string script = $"dialog main do\n{string.Concat(texts.Select(static text => $"  say _\"{text}\"\n"))}  say _\"\"\n  say _\" \"\nend\n";
        using TemporaryBot bot = new(("main.bubble", script));

        await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--po", bot.PathOf("nl.po"));
        Read(bot, "translations.nl.yml").Should().StartWith("\"👍 Émoji\":\n\"  padded \":\n").And.NotContain("\"\":");
        string translated = string.Concat(Read(bot, "nl.po").Split("\n\n").Select(static (entry, index) =>
            index == 0 ? entry : "\n\n" + entry.TrimEnd('\n').Replace("msgstr \"\"", $"msgstr \"NL {index} 👍\"", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(bot.PathOf("nl.po"), translated, TestContext.Current.CancellationToken);
        ToolRun back = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--import", bot.PathOf("nl.po"));

        back.Error.Should().BeEmpty();
        back.Output.Should().EndWith($"{texts.Length} translated, 0 to translate, 0 obsolete\n");
        Read(bot, "translations.nl.yml").Should().Contain("\"a: b # c\": \"NL 6 👍\"");
        (await ToolRun.StartAsync("", "check", bot.Folder, "--locale", "nl")).Output.Should().NotContain("no translation");
    }

    [Fact]
    public async Task A_text_that_is_used_again_loses_its_mark()
    {
        using TemporaryBot bot = new(
            ("main.bubble", "dialog main do\n  say _\"Hi\"\nend\n"), ("translations.nl.yml", "# obsolete: no script uses this text\nHi: Hoi\n"));

        await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl");

        Read(bot, "translations.nl.yml").Should().Be("Hi: Hoi\n");
    }

    [Fact]
    public async Task What_the_locale_falls_back_to_and_other_tables_count_as_translated()
    {
        using TemporaryBot bot = new(
            ("main.bubble", Script), ("translations.nl.json", "{\"Good night\": \"Slaap lekker\"}"), ("translations.csv", "source,nl_BE\nHello #{name},Dag #{name}\n"));

        ToolRun run = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl_BE");

        run.Output.Should().EndWith("2 translated, 1 to translate, 0 obsolete\n");
        Read(bot, "translations.nl_BE.yml").Should().Be("\"Tea\\nor \\\"coffee\\\"?\":\n");
    }

    [Fact]
    public async Task Translators_get_a_gettext_file_and_its_translations_come_back()
    {
        using TemporaryBot bot = new(("main.bubble", Script), ("translations.nl.yml", "Good night: Slaap lekker\nOld: Oud\n"));
        string po = bot.PathOf("nl.po");

        ToolRun export = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--po", po);
        string exported = await File.ReadAllTextAsync(po);
        await File.WriteAllTextAsync(po, exported
            .Replace("msgid \"Hello #{name}\"\nmsgstr \"\"", "msgid \"Hello #{name}\"\nmsgstr \"Dag #{name}\"", StringComparison.Ordinal)
            .Replace("or \\\"coffee\\\"?\"\nmsgstr \"\"", "or \\\"coffee\\\"?\"\nmsgstr \"\"\n\"Thee\\n\"\n\"of \\\"koffie\\\"?\"", StringComparison.Ordinal));
        ToolRun import = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--import", po);

        export.ExitCode.Should().Be(0);
        exported.Should().Be("""
            msgid ""
            msgstr ""
            "Language: nl\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=UTF-8\n"
            "Content-Transfer-Encoding: 8bit\n"

            #: main.bubble:2
            #: main.bubble:4
            msgid "Good night"
            msgstr "Slaap lekker"

            #: main.bubble:3
            msgid "Hello #{name}"
            msgstr ""

            #: main.bubble:5
            msgid ""
            "Tea\n"
            "or \"coffee\"?"
            msgstr ""

            #~ msgid "Old"
            #~ msgstr "Oud"

            """);
        import.Error.Should().BeEmpty();
        import.Output.Should().EndWith("3 translated, 0 to translate, 1 obsolete\n");
        Read(bot, "translations.nl.yml").Should().Be("""
            Good night: Slaap lekker
            # obsolete: no script uses this text
            Old: Oud
            "Hello #{name}": "Dag #{name}"
            "Tea\nor \"coffee\"?": "Thee\nof \"koffie\"?"

            """);
    }

    [Fact]
    public async Task A_gettext_file_can_go_to_the_output()
    {
        using TemporaryBot bot = new(("main.bubble", "dialog main do\n  say _\"Hi\"\nend\n"));

        ToolRun run = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "fr", "--po", "-");

        run.Output.Should().StartWith("msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n").And.EndWith("\n\n#: main.bubble:2\nmsgid \"Hi\"\nmsgstr \"\"\n");
    }

    [Fact]
    public async Task What_is_not_taken_over_is_reported()
    {
        using TemporaryBot bot = new(("main.bubble", Script), ("nl.po", "#, fuzzy\nmsgid \"Good night\"\nmsgstr \"Nacht\"\n\nmsgid \"Nowhere\"\nmsgstr \"Nergens\"\n"));

        ToolRun run = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--import", bot.PathOf("nl.po"));

        run.ExitCode.Should().Be(0);
        run.Error.Should().Be($"""
            {bot.PathOf("nl.po")}: line 2: "Good night" is marked as fuzzy and was left out
            {bot.PathOf("nl.po")}: line 5: "Nowhere" is not a text of the bot and was left out

            """);
        Read(bot, "translations.nl.yml").Should().NotContain("Nacht");
    }

    [Fact]
    public async Task Translations_with_which_the_bot_would_not_run_are_refused_and_nothing_is_written()
    {
        using TemporaryBot bot = new(("main.bubble", Script), ("nl.po", "msgid \"Good night\"\nmsgstr \"Nacht #{1 +}\"\n"));

        ToolRun run = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--import", bot.PathOf("nl.po"));

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("bubble: nothing was written, as the bot would not run with these translations of translations.nl.yml:\ntranslations.nl.yml(1,");
        File.Exists(bot.PathOf("translations.nl.yml")).Should().BeFalse();
    }

    [Fact]
    public async Task A_file_for_another_locale_or_with_mistakes_is_refused()
    {
        using TemporaryBot bot = new(
            ("main.bubble", Script), ("de.po", "msgid \"\"\nmsgstr \"Language: de\\n\"\n"), ("bad.po", "msgid \"a\"\nmsgstr \"b\\q\"\n"));

        ToolRun other = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--import", bot.PathOf("de.po"));
        ToolRun bad = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--import", bot.PathOf("bad.po"));
        ToolRun missing = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "nl", "--import", "no.po");
        ToolRun locale = await ToolRun.StartAsync("", "i18n", bot.Folder, "--locale", "Dutch/../x");
        ToolRun file = await ToolRun.StartAsync("", "i18n", bot.PathOf("main.bubble"), "--locale", "nl");

        other.Error.Should().Be("bubble: the file holds translations for 'de', not for 'nl'; change --locale, or 'Language:' in the file\n");
        bad.Error.Should().Be($"bubble: {bot.PathOf("bad.po")}(2): the escape '\\q' is not known; use \\n, \\t, \\r, \\\" or \\\\\n");
        missing.Error.Should().Be("bubble: there is no file 'no.po'\n");
        locale.Error.Should().Be("bubble: 'Dutch/../x' is no locale; a locale is written as nl, nl_BE, nl.FORMAL or nl_BE.FORMAL\n");
        file.Error.Should().Contain("a bot of one file has no tables of translations");
    }

    private static string Read(TemporaryBot bot, string name) => File.ReadAllText(bot.PathOf(name));
}
