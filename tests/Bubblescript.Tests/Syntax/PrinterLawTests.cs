using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Syntax;

public sealed class PrinterLawTests
{
    [Fact]
    public void A_printed_expression_parses_to_the_same_tree() =>
        Prop.ForAll(Seeds(), static seed =>
        {
            Expression tree = new TreeGenerator(seed).Expression();
            string printed = SyntaxPrinter.Print(tree);
            DiagnosticBag bag = new();
            Expression parsed = ScriptParser.ParseExpression(new SourceText("main.bubble", printed), Scripts.Functions, bag);
            TreeDump.Of(parsed).Should().Be(TreeDump.Of(tree), "of seed {0}, printed as:\n{1}\n{2}", seed, printed, string.Join('\n', bag.ToSorted([])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void A_printed_script_parses_to_the_same_tree() =>
        Prop.ForAll(Seeds(), static seed =>
        {
            Script tree = new TreeGenerator(seed).Script();
            string printed = SyntaxPrinter.Print(tree);
            (Script parsed, IReadOnlyList<Diagnostic> diagnostics) = Scripts.Parse(printed);
            TreeDump.Of(parsed).Should().Be(TreeDump.Of(tree), "of seed {0}, printed as:\n{1}\n{2}", seed, printed, string.Join('\n', diagnostics));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_scripts_of_the_transcripts_print_and_parse_to_the_same_tree()
    {
        foreach ((string file, string text) in Scripts.Conformance())
        {
            Script tree = Scripts.ParseValid(text);
            string printed = SyntaxPrinter.Print(tree);
            TreeDump.Of(Scripts.ParseValid(printed)).Should().Be(TreeDump.Of(tree), "{0} was printed as:\n{1}", file, printed);
            SyntaxPrinter.Print(Scripts.ParseValid(printed)).Should().Be(printed, "printing twice changes nothing");
        }
    }

    private static Arbitrary<int> Seeds() => Arb.From(Gen.Choose(0, int.MaxValue));
}
