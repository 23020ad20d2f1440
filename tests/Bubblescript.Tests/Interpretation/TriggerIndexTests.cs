using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Interpretation;

public sealed class TriggerIndexTests
{
    private const int ManyDialogs = 40;

    private static readonly string[] Triggers =
    [
        "\"cat\"", "\"big cat\"", "\"(cat | dog)\"", "\"cat _\"", "\"[number] cats\"", "\"_\"", "\"call #<who>\"", "[\"dog\", \"fish food\"]", "@pets", "@pet", "@names.first",
        "intent(match: \"bird\")", "entity(match: [\"dog\", \"food\"])", "x", "\"'cat'\"", "\"<1-2> food\"", "\"cat? food\"", "\"(\" + \"cat)\"", "_(\"fish\")", "nil",
    ];

    private static readonly string[] Messages =
        ["cat", "Cat!", "big cat", "two cats", "a dog", "fish food", "cat food", "bird", "call me", "the label", "The Label!", "", "nothing here", "dogs", "cats"];

    private static readonly string[] Guards = ["", "", " when y", " when x == nil"];

    /// <summary>The same dialogs inside another one are looked for one by one.</summary>
    [Fact]
    public void Many_dialogs_at_top_level_are_found_like_dialogs_tried_one_by_one()
    {
        Gen<string> head = Gen.Elements(Triggers).Select(static trigger => $"trigger: {trigger}");
        Gen<string> dialog = Gen.OneOf(head, head, head, Gen.Constant("label: \"The label\""), head.Select(static own => $"label: \"the  LABEL\", {own}"))
            .SelectMany(static _ => Gen.Elements(Guards), static (own, guard) => own + guard);
        Gen<(string[] Dialogs, string Message)> game = Gen.ArrayOf(dialog, ManyDialogs / 2)
            .SelectMany(static _ => Gen.Elements(Messages), static (dialogs, message) => (dialogs, message));
        Prop.ForAll(game.ToArbitrary(), static game => Reaction(game.Dialogs, game.Message, isInner: false).Should().Equal(Reaction(game.Dialogs, game.Message, isInner: true)))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("word17 thing", "17")]
    [InlineData("thing word17", "none")]
    [InlineData("the label of 23!", "23")]
    [InlineData("word3 thing word2 thing", "2")]
    public void The_first_of_many_dialogs_that_matches_runs(string message, string expected)
    {
        StringBuilder script = new("dialog main do\nend\ndialog __unknown__ do\n  say \"none\"\nend\n");
        for (int i = 0; i < ManyDialogs; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"dialog trigger: \"word{i} thing\", label: \"The label of {i}\" do\n  say \"{i}\"\nend\n");
        }

        new Dialogue(script.ToString()).Open().Say(message).Said.Should().Equal(expected);
    }

    private static string[] Reaction(string[] dialogs, string message, bool isInner)
    {
        StringBuilder script = new("dialog __unknown__ do\n  say \"none\"\nend\n@pets [\"cat\", \"dog\"]\n@pet intent(match: \"big _\")\n@names %{first: \"call\"}\ndialog main do\n");
        script.Append(isInner ? "" : "  ask \"?\", expecting: \"(nobody says this)\"\nend\n");
        for (int i = 0; i < dialogs.Length; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"dialog {dialogs[i]} do\n  say \"{i}\"\nend\n");
        }

        script.Append(isInner ? "  ask \"?\", expecting: \"(nobody says this)\"\nend\n" : "");
        return [.. new Dialogue(script.ToString()).Open().Say(message).Said];
    }
}
