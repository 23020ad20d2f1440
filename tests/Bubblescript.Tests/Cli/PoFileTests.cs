using Bubblescript.Cli.Translations;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Cli;

public sealed class PoFileTests
{
    [Fact]
    public void Any_texts_come_back_as_they_were_written() => Prop.ForAll(Texts(), Texts(), static (source, translation) =>
    {
        PoFile file = new("nl", [new PoEntry("first " + source, translation), new PoEntry("second " + translation, source)]);

        PoFile read = PoReader.Read(PoWriter.Write(file));

        return read.Language == "nl" && read.Entries.Select(static entry => (entry.Source, entry.Translation))
            .SequenceEqual(file.Entries.Select(static entry => (entry.Source, entry.Translation)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Comments_references_flags_and_obsolete_entries_are_read()
    {
        PoFile file = PoReader.Read("""
            # by Jan
            #. for translators
            #: main.bubble:3 other.bubble:4
            #, fuzzy, c-format
            #| msgid "old"
            msgid ""
            "two "
            "parts"
            msgstr "twee "
            "delen"
            #~ msgid "gone"
            #~ msgstr "weg"
            msgid "plain"
            msgstr "gewoon"
            """);

        file.Entries.Should().HaveCount(2);
        file.Entries[0].Should().BeEquivalentTo(new PoEntry("two parts", "twee delen") { References = ["main.bubble:3", "other.bubble:4"], IsFuzzy = true, Line = 6 });
        file.Entries[1].Should().BeEquivalentTo(new PoEntry("plain", "gewoon") { Line = 13 });
    }

    [Theory]
    [InlineData("msgid \"a\"\n", 1, "the text has no 'msgstr'; leave its string empty when there is no translation yet")]
    [InlineData("msgstr \"a\"\n", 1, "'msgstr' must follow a 'msgid'")]
    [InlineData("\"a\"\n", 1, "a string must follow 'msgid' or 'msgstr'")]
    [InlineData("msgid a\n", 1, "a string between double quotes is expected")]
    [InlineData("msgid \"a\\\"\n", 1, "the string has no closing double quote")]
    [InlineData("msgid \"a\"b\"\n", 1, "a double quote in a text is written \\\"")]
    [InlineData("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", 3, "the text has two translations; remove one")]
    [InlineData("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"\n", 4, "the text \"a\" stands in the file twice")]
    [InlineData("msgctxt \"x\"\n", 1, "contexts (msgctxt) are not supported: a text of a bot has one translation per locale")]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\n", 2, "plural forms (msgid_plural) are not supported: use a text for each form")]
    [InlineData("msgint \"a\"\n", 1, "'msgint' is not known; a line begins with msgid, msgstr, a double quote or #")]
    [InlineData("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n", 1, "the file says 'text/plain; charset=ISO-8859-1'; save it as UTF-8")]
    public void A_mistake_is_named_with_its_line(string text, int line, string message)
    {
        Action read = () => PoReader.Read(text);

        read.Should().Throw<PoFormatException>().WithMessage(message).Which.Line.Should().Be(line);
    }

    private static Arbitrary<string> Texts() => Gen.Elements('a', '"', '\\', '\n', '\r', '\t', 'é', ' ', '#').ArrayOf().Select(static characters => new string(characters)).ToArbitrary();
}
