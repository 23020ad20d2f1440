using System.Collections.Immutable;
using System.Reflection;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;

namespace Bubblescript.Tests.Binding;

public sealed class DiagnosticPageTests
{
    private static readonly string Folder = Path.Combine(TranscriptCase.Root, "docs", "diagnostics");

    public static TheoryData<string> Codes =>
    [
        .. typeof(Descriptors)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static member => member.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .Select(static descriptor => descriptor.Code),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_diagnostic_has_a_page_with_a_script_that_triggers_it_and_one_that_does_not(string code)
    {
        TranscriptCase[] cases = [.. TranscriptCase.Read(Path.Combine(Folder, $"{code}.md"))];

        cases.Should().HaveCount(2);
        ImmutableArray<Diagnostic> found = Check(cases[0], code);
        found.Should().Contain(diagnostic => diagnostic.Code == code);
        Shown(found, code).Should().Equal(cases[0].Diagnostics!.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Check(cases[1], code).Should().BeEmpty();
        cases[1].Diagnostics.Should().BeEmpty();
    }

    [Fact]
    public void The_index_lists_every_page()
    {
        string index = File.ReadAllText(Path.Combine(Folder, "README.md"));

        string[] pages = [.. Directory.EnumerateFiles(Folder, "BS*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];
        pages.Should().Equal(Codes.Select(static row => row.Data).Order(StringComparer.Ordinal));
        pages.Should().OnlyContain(page => index.Contains($"[{page}]({page}.md)", StringComparison.Ordinal));
    }

    /// <summary>Of a file with too many errors the page shows only the last line.</summary>
    private static IEnumerable<string> Shown(ImmutableArray<Diagnostic> diagnostics, string code) =>
        diagnostics
            .Where(diagnostic => code != Descriptors.TooManyErrors.Code || diagnostic.Code == code)
            .Select(static diagnostic => FormattableString.Invariant($"{diagnostic.SeverityName} {diagnostic.Line}:{diagnostic.Column} {diagnostic.FullMessage}"));

    private static ImmutableArray<Diagnostic> Check(TranscriptCase testCase, string code)
    {
        List<Bot> bots = [];
        List<Diagnostic> all = [];
        foreach (BotSources sources in testCase.Bots)
        {
            if (Bot.TryBuild(sources, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics))
            {
                bots.Add(bot);
            }

            all.AddRange(diagnostics);
        }

        if (code == Descriptors.MissingTranslation.Code)
        {
            all.AddRange(bots.SelectMany(static bot => bot.Locales.SelectMany(locale => bot.FindMissingTranslations(locale))));
        }

        return bots.Count == testCase.Bots.Length && bots.Count > 1 ? Bot.CheckWorkspace(bots) : [.. all];
    }
}
