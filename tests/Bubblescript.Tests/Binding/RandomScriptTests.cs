using System.Collections.Immutable;
using System.Text;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Binding;

public sealed class RandomScriptTests
{
    private static readonly ImmutableArray<string> Scripts =
    [
        .. Directory.EnumerateFiles(Path.Combine(TranscriptCase.Root, "tests", "Conformance"), "*.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(TranscriptCase.Read)
            .SelectMany(static testCase => testCase.Bots)
            .SelectMany(static bot => bot.Files)
            .Select(static file => file.Text),
    ];

    private static readonly string[] Words =
    [
        "do", "end", "dialog", "task", "function f(_a) do", "invoke", "say", "ask", "repeat", "break", "\"", "#{", "}", "(", ")", "[", "]", "%{", ",", "|>", "=", "@a", "@a 1", "_x", "x",
        "\n", "when", "->", "branch", "once", "random", "else", "after", ":reset", "expecting:", "not", "in", "..", "-", "intent(match: \"a\")", "_\"t\"", "test \"t\" do", "buttons", "declare task t, in:",
    ];

    [Fact]
    public void Mutated_scripts_give_diagnostics_and_never_an_exception()
    {
        Gen<string> mutated =
            from script in Gen.Elements(Scripts.AsEnumerable())
            from edits in Gen.Choose(1, 6)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select Mutate(script, edits, seed);
        Prop.ForAll(mutated.ToArbitrary(), Binds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void Random_words_give_diagnostics_and_never_an_exception()
    {
        Gen<string> text = Gen.Elements(Words).ListOf().Select(static words => string.Join(' ', words));
        Prop.ForAll(text.ToArbitrary(), Binds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Theory]
    [InlineData("dialog main do\n  x = {0}\nend", "(", "1", ")")]
    [InlineData("dialog main do\n  x = 1{0}\nend", " + 1", "", "")]
    [InlineData("dialog main do\n  x = y{0}\nend", ".a", "", "")]
    [InlineData("dialog main do\n  x = y{0}\nend", "[1]", "", "")]
    [InlineData("dialog main do\n  x = y{0}\nend", " |> length", "", "")]
    [InlineData("dialog main do\n  x = {0}\nend", "[", "1", "]")]
    [InlineData("dialog main do\n  x = {0}\nend", "not ", "y", "")]
    [InlineData("@a {0}\ndialog main do\n  say @a\nend", "1 + ", "1", "")]
    [InlineData("function f() do\n  return {0}\nend\ndialog main do\n  say f()\nend", "f() + ", "1", "")]
    [InlineData("dialog main do\n{0}\nend", "if x do\n", "stop", "\nend")]
    [InlineData("dialog main do\n{0}\nend", "dialog a, trigger: \"x\" do\n", "", "\nend")]
    public void Deep_nesting_and_long_chains_are_bound_or_reported(string script, string open, string middle, string close)
    {
        const int depth = 20_000;
        string nested = new StringBuilder().Insert(0, open, depth).Append(middle).Insert(open.Length * depth + middle.Length, close, depth).ToString();

        Bot.TryBuild(new BotSources("b", [new BotFile("main.bubble", script.Replace("{0}", nested, StringComparison.Ordinal))]), out Bot? bot, out ImmutableArray<Diagnostic> diagnostics);

        (bot is not null || diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)).Should().BeTrue();
    }

    private static bool Binds(string script)
    {
        bool isBuilt = Bot.TryBuild(new BotSources("b", [new BotFile("main.bubble", script), new BotFile("t.yml", "a: 1"), new BotFile("translations.nl.yml", "t: \"#{x}\"")]), out _, out ImmutableArray<Diagnostic> diagnostics);
        return isBuilt != diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            && diagnostics.All(static diagnostic => diagnostic.Line >= 1 && diagnostic.Column >= 1 && diagnostic.ToString().Length > 0);
    }

    private static string Mutate(string script, int edits, int seed)
    {
        Random random = new(seed);
        StringBuilder builder = new(script);
        for (int i = 0; i < edits && builder.Length > 0; i++)
        {
            int at = random.Next(builder.Length);
            switch (random.Next(4))
            {
                case 0:
                    builder.Remove(at, Math.Min(random.Next(1, 12), builder.Length - at));
                    break;
                case 1:
                    builder.Insert(at, $" {Words[random.Next(Words.Length)]} ");
                    break;
                case 2:
                    string other = Scripts[random.Next(Scripts.Length)];
                    int start = random.Next(other.Length);
                    builder.Insert(at, other.AsSpan(start, Math.Min(60, other.Length - start)));
                    break;
                default:
                    builder[at] = (char)random.Next(32, 126);
                    break;
            }
        }

        return builder.ToString();
    }
}
