using System.Text;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Syntax;

/// <summary>Any text whatever gives a tree and diagnostics; what is accepted prints and parses to the same tree.</summary>
public sealed class AnyTextLawTests
{
    private static readonly string[] Pieces =
    [
        "dialog main do\n", "end\n", "if x do\n", "else\n", "else if y do", "\"", "'", "\"\"\"\n", "#{", "}", "(", ")", "[", "]", "%{", "{", ", do: ",
        ", else: ", "say ", "x", " = ", "\n", "->", "branch do\n", "once do\n", "after\n", "@a ", "test \"x\" do\n", "function f(_x) do\n", "task t do\n",
        ":", "a: ", "1", "1.5e3", "\\", "\\u", "\0", "\uD800", "é", "..", "|>", "not ", "in ", "<>", "--", "fn ", "case x do\n", "random ", "dialog ", "when ",
        "buttons \"x\" do\n", "# c\n", ";", "_\"t\"", "LLM.f(", ".", "\t", "\r\n", "repeat x in y do\n", "`", "::", "declare task a, in: 1\n", "invoke ",
        "elsif z do\n", "for x in y do\n", "mail ", "\uFEFF", "?", "!",
    ];

    private static readonly string[] Real = [.. Scripts.Conformance().Select(static script => script.Text)];

    [Fact]
    public void Random_characters_give_diagnostics() =>
        Check(Gen.Choose(0, 500).SelectMany(static _ => Gen.ArrayOf(Gen.Frequency((7, Gen.Choose(0, 127)), (1, Gen.Choose(0, 65535))))
            .Select(static codes => new string([.. codes.Select(static code => (char)code)]))), 2000);

    [Fact]
    public void Random_pieces_of_scripts_give_diagnostics() =>
        Check(Gen.ListOf(Gen.Elements(Pieces)).Select(static pieces => string.Concat(pieces)), 3000);

    [Fact]
    public void Scripts_that_break_off_give_diagnostics() =>
        Check(Gen.Elements(Real).SelectMany(static text => Gen.Choose(0, text.Length).Select(length => text[..length])), 2000);

    [Fact]
    public void Scripts_with_random_changes_give_diagnostics() =>
        Check(Gen.Elements(Real).SelectMany(static text => Gen.Choose(0, int.MaxValue).Select(seed => Mutate(text, seed))), 3000);

    private static string Mutate(string text, int seed)
    {
        Random random = new(seed);
        StringBuilder builder = new(text);
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int start = random.Next(builder.Length);
            builder.Remove(start, Math.Min(builder.Length - start, random.Next(6)));
            builder.Insert(start, random.Next(2) == 0 ? Pieces[random.Next(Pieces.Length)] : string.Empty);
            builder.Append(builder.Length == 0 ? " " : string.Empty);
        }

        return builder.ToString();
    }

    private static void Check(Gen<string> texts, int count) =>
        Prop.ForAll(Arb.From(texts), static text =>
        {
            (Script script, IReadOnlyList<Diagnostic> diagnostics) = Scripts.Parse(text);
            foreach (Diagnostic diagnostic in diagnostics)
            {
                diagnostic.Line.Should().BePositive();
                diagnostic.Column.Should().BeInRange(1, diagnostic.SourceLine.Length + 2);
                diagnostic.ToString().Should().NotBeEmpty();
            }

            bool hasErrorNodes = TreeDump.Of(script).Contains("SyntaxError", StringComparison.Ordinal);
            if (hasErrorNodes)
            {
                diagnostics.Should().NotBeEmpty("every mistake is reported");
            }
            else if (diagnostics.Count == 0)
            {
                TreeDump.Of(Scripts.ParseValid(SyntaxPrinter.Print(script))).Should().Be(TreeDump.Of(script));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(150));
}
