using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Tests.Binding;

public sealed class TranslationTests
{
    [Fact]
    public void Tables_of_all_kinds_are_read()
    {
        Bot bot = Load(
            "dialog main do\nend",
            ("translations.nl.yml", "Hello: Hallo\nNumber: 5"),
            ("i18n/translations.nl_BE.FORMAL.json", "{\"Hello\": \"Goedendag\"}"),
            ("translations.csv", "source,de,fr\nYes,Ja,Oui\nNo,Nein,\n"));

        bot.Locales.Should().Equal("de", "fr", "nl", "nl_BE.FORMAL");
        bot.Translations["nl"].Should().BeEquivalentTo(new Dictionary<string, string> { ["Hello"] = "Hallo", ["Number"] = "5" });
        bot.Translations["fr"].Should().ContainSingle();
        bot.Translate("Hello", "nl_BE.FORMAL").Should().Be("Goedendag");
        bot.Translate("Number", "nl_BE.FORMAL").Should().Be("5");
        bot.Translate("Nothing", "nl").Should().Be("Nothing");
        bot.Constants.Should().BeEmpty();
    }

    [Fact]
    public void Translated_texts_are_bound_with_their_own_interpolations()
    {
        Bot bot = Load("dialog main do\n  say _\"Dear #{name}\"\n  say _(\"Plain\")\n  say _\"None\"\nend", ("translations.nl.yml", "\"Dear #{name}\": \"Beste #{upcase(name)} \\\"x\\\" \\\\n\"\nPlain: Gewoon"));
        ImmutableArray<BoundStatement> code = bot.Main.DialogsByName["main"][0].Body.Code;

        EvaluationNode[] texts = [.. code.Cast<CommandStatement>().Select(static say => say.Arguments[0])];
        texts.Select(static text => text.GetType()).Should().Equal(typeof(TranslationNode), typeof(TranslationNode), typeof(LiteralNode));
        TestContext context = new("nl");
        context.SetVariable(bot.Main.VariableSlots["name"], "Eva");
        texts[0].Evaluate(context).Should().Be((Value)"Beste EVA \"x\" \\n");
        texts[1].Evaluate(context).Should().Be((Value)"Gewoon");
        texts[0].Evaluate(new TestContext("fr")).Should().Be((Value)"Dear ");
    }

    [Fact]
    public void Constants_made_of_translations_have_a_value_for_each_locale()
    {
        Bot bot = Load("@yes _\"Yes\"\n@both [@yes, _\"No\"]\n@plain \"Yes\"\ndialog main do\n  say @both\n  say @plain\nend", ("translations.csv", "source,nl,de\nYes,Ja,Ja\nNo,Nee,Nein\n"));

        bot.Constants["both"].For(new LocaleContext("nl_BE", "en")).Should().Be(Value.ListOf("Ja", "Nee"));
        bot.Constants["both"].For(new LocaleContext("de", "en")).Should().Be(Value.ListOf("Ja", "Nein"));
        bot.Constants["both"].For(new LocaleContext("fr", "en")).Should().Be(Value.ListOf("Yes", "No"));
        bot.Constants["plain"].For(new LocaleContext("nl", "en")).Should().Be((Value)"Yes");
    }

    [Fact]
    public void Constants_that_read_translatable_data_have_a_value_for_each_locale()
    {
        Bot bot = Load("@title @texts.greeting + \"!\"\ndialog main do\n  say @title\nend", ("texts.yml", "greeting: {$i18n: true, en: Welcome, nl: Welkom}"));

        bot.Constants["title"].For(new LocaleContext("nl", "en")).Should().Be((Value)"Welkom!");
        bot.Constants["title"].For(new LocaleContext("fr", "en")).Should().Be((Value)"Welcome!");
    }

    [Theory]
    [InlineData("translations.nl.yml", "Hello: [a]", "translations.nl.yml error 1:8 BS0210 the translation of 'Hello' must be a text, not list ([\"a\"])")]
    [InlineData("translations.nl.yml", "- a", "translations.nl.yml error 1:1 BS0210 a table of translations must be a map from texts to texts")]
    [InlineData("translations.csv", "nl,de\na,b", "translations.csv error 1:1 BS0210 the table of translations has no column 'source'")]
    [InlineData("translations.nl.yml", "x: y\nHello: \"Hallo #{nope(1)}\"", "translations.nl.yml error 2:17 BS0102 unknown function 'nope'")]
    [InlineData("translations.nl.yml", "x: y\nHello: \"Hallo #{1 +}\"", "translations.nl.yml error 2:8 BS0210 the translation of 'Hello' cannot be used: …")]
    public void Tables_that_cannot_be_used_are_errors(string path, string text, string expected)
    {
        string[] lines = [.. DiagnosticText.OfFiles(("main.bubble", "dialog main do\n  say _\"Hello\"\nend"), (path, text))];
        string line = lines.Should().ContainSingle().Subject;
        (expected.EndsWith('…') ? line[..Math.Min(line.Length, expected.Length - 1)] + "…" : line).Should().Be(expected);
    }

    [Fact]
    public void Missing_translations_are_listed_by_locale()
    {
        Bot bot = Load("dialog main do\n  say _\"Yes\"\n  say _\"No\"\n  say _\"No\"\nend", ("translations.nl.yml", "Yes: Ja"));

        bot.FindMissingTranslations("nl_BE").Select(DiagnosticText.Show).Should().Equal("warning 3:7 BS0908 no translation of \"No\" for the locale 'nl_BE'");
        bot.FindMissingTranslations("de").Should().HaveCount(2);
    }

    private static Bot Load(string script, params (string Path, string Text)[] files)
    {
        BotSources sources = new("main", [new BotFile("main.bubble", script), .. files.Select(static file => new BotFile(file.Path, file.Text))]);
        Bot.TryBuild(sources, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics);
        bot.Should().NotBeNull(string.Join('\n', diagnostics));
        return bot!;
    }
}
