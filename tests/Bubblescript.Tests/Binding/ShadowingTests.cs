using Bubblescript.Binding;

namespace Bubblescript.Tests.Binding;

public sealed class ShadowingTests
{
    [Theory]
    [InlineData("\"cat\"", "\"cat\"")]
    [InlineData("\"cat\"", "\"Cat \"")]
    [InlineData("\"cat\"", "\"big cat\"")]
    [InlineData("\"cat\"", "[\"big cat\", \"cat food\"]")]
    [InlineData("[\"dog\", \"cat\"]", "\"cat\"")]
    [InlineData("@cats", "\"cat\"")]
    [InlineData("\"cat\"", "@cats")]
    [InlineData("@feline", "\"cat\"")]
    [InlineData("intent(match: [\"cat\", \"dog\"])", "entity(match: \"dog\")")]
    [InlineData("\"call #<who>\"", "\"call #<who>\"")]
    [InlineData("\"dog | cat\"", "[\"big cat\", \"dog\"]")]
    [InlineData("\"cat\"", "\"the? cat[=x] [End]\"")]
    [InlineData("\"cat [End]\"", "\"cat  [End]\"")]
    [InlineData("\"cat food\"", "\"a _ cat food [1-2=n]\"")]
    [InlineData("\"cat _ food\"", "\"cat big? food\"")]
    [InlineData("\"cat (food | toy)\"", "\"my cat food\"")]
    [InlineData("\"< cat food >\"", "\"food for? cat\"")]
    [InlineData("\"[1+]\"", "\"cat\"")]
    [InlineData("[\"cat\", \"dog\"]", "\"big dog | cat\"")]
    public void A_trigger_that_an_earlier_one_takes_is_warned_of(string earlier, string later) =>
        Warnings($"dialog trigger: {earlier} do\nend", $"dialog trigger: {later} do\nend").Should().Equal(
            "warning 6:17 BS0901 shadowed trigger: the one at main.bubble:4 matches the same messages and comes first");

    [Theory]
    [InlineData("\"big cat\"", "\"cat\"")]
    [InlineData("\"cat\"", "[\"cat\", \"dog\"]")]
    [InlineData("\"cat\"", "\"concatenate\"")]
    [InlineData("\"big cat\"", "\"cat big\"")]
    [InlineData("\"cat food\"", "\"cat dry food\"")]
    [InlineData("x", "\"cat\"")]
    [InlineData("\"cat\"", "x")]
    [InlineData("\"cat [End]\"", "\"cat\"")]
    [InlineData("\"cat\"", "\"cat | tiger\"")]
    [InlineData("\"cat\"", "\"cat? tiger\"")]
    [InlineData("\"cat food\"", "\"cat _ food\"")]
    [InlineData("\"cat\"", "\"(cat | dog) food\"")]
    [InlineData("\"^a\\d$\"", "\"^a\\D$\"")]
    public void Other_triggers_are_not(string earlier, string later) =>
        Warnings($"dialog trigger: {earlier} do\nend", $"dialog trigger: {later} do\nend").Should().BeEmpty();

    [Fact]
    public void A_guard_on_the_earlier_dialog_avoids_the_warning() =>
        Warnings("dialog trigger: \"cat\" when x do\nend", "dialog trigger: \"cat\" do\nend").Should().BeEmpty();

    [Fact]
    public void Only_dialogs_of_one_level_shadow_each_other() =>
        Warnings("dialog trigger: \"cat\" do\nend", "dialog x, trigger: \"dog\" do\n  dialog trigger: \"cat\" do\n  end\n  dialog trigger: \"big cat\" do\n  end\nend").Should().Equal(
            "warning 9:19 BS0901 shadowed trigger: the one at main.bubble:7 matches the same messages and comes first");

    [Fact]
    public void Triggers_are_compared_across_the_files_of_a_bot() =>
        DiagnosticText.Of(new BotSources("b", [new BotFile("main.bubble", "dialog main do\nend\ndialog trigger: \"cat\" do\nend"), new BotFile("a.bubble", "dialog trigger: \"cat\" do\nend")])).Should().Equal(
            "a.bubble warning 1:17 BS0901 shadowed trigger: the one at main.bubble:3 matches the same messages and comes first");

    [Fact]
    public void Thousands_of_triggers_are_compared_quickly()
    {
        string triggers = string.Concat(Enumerable.Range(0, 5_000).Select(static i => FormattableString.Invariant($"dialog trigger: \"word{i} common\" do\nend\n")));

        DiagnosticText.Of($"dialog main do\nend\n{triggers}dialog trigger: \"a b word4999 common please\" do\nend").Should().ContainSingle().Which.Should().Contain("main.bubble:10001");
    }

    private static IEnumerable<string> Warnings(string earlier, string later) =>
        DiagnosticText.Of($"dialog main do\n  log [@cats, @feline]\nend\n{earlier}\n{later}\n@cats [\"cat\"]\n@feline intent(match: \"cat\")");
}
