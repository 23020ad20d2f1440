using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Tests.Syntax;

/// <summary>Shortcuts for tests of the parser.</summary>
internal static partial class Scripts
{
    /// <summary>Functions that the scripts of these tests call without parentheses.</summary>
    public static readonly FrozenSet<string> Functions = FrozenSet.Create(
        StringComparer.Ordinal,
        "random", "location", "image", "audio", "video", "web", "file", "template", "length", "first", "join", "http_get", "mail", "intent", "entity", "abs");

    public static (Script Script, IReadOnlyList<Diagnostic> Diagnostics) Parse(string text)
    {
        DiagnosticBag bag = new();
        SourceText source = new("main.bubble", text);
        HashSet<string> functions = [.. Functions, .. ScriptParser.FindFunctionNames(source)];
        Script script = ScriptParser.Parse(source, functions, bag);
        return (script, bag.ToSorted(["main.bubble"]));
    }

    /// <summary>Parses a script that has to be right.</summary>
    public static Script ParseValid(string text)
    {
        (Script script, IReadOnlyList<Diagnostic> diagnostics) = Parse(text);
        diagnostics.Should().BeEmpty("this is right:\n{0}", text);
        return script;
    }

    /// <summary>The tree of one expression, without spans.</summary>
    public static string Expression(string text)
    {
        DiagnosticBag bag = new();
        Expression expression = ScriptParser.ParseExpression(new SourceText("main.bubble", text), Functions, bag);
        bag.ToSorted(["main.bubble"]).Should().BeEmpty("this is right: {0}", text);
        return TreeDump.Of(expression);
    }

    /// <summary>The trees of the statements of a dialog, without spans.</summary>
    public static string Statements(string text)
    {
        Script script = ParseValid($"dialog d do\n{text}\nend");
        DialogDeclaration dialog = script.Items.Should().ContainSingle().Which.Should().BeOfType<DialogItem>().Which.Declaration;
        return string.Join("; ", dialog.Body.Statements.Select(TreeDump.Of));
    }

    /// <summary>The trees of the items of a script, without spans.</summary>
    public static string Items(string text) => string.Join("; ", ParseValid(text).Items.Select(TreeDump.Of));

    /// <summary>Every diagnostic as <c>line:column code message; hint</c>.</summary>
    public static ImmutableArray<string> Errors(string text) =>
        [.. Parse(text).Diagnostics.Select(static diagnostic => $"{diagnostic.Line}:{diagnostic.Column} {diagnostic.Code} {diagnostic.FullMessage}")];

    /// <summary>The errors of the statements of a dialog, whose first line is line 1.</summary>
    public static ImmutableArray<string> StatementErrors(string text) => Errors($"dialog d do {text}\nend");

    /// <summary>All scripts of the transcripts.</summary>
    public static IEnumerable<(string File, string Text)> Conformance()
    {
        foreach (string path in Directory.EnumerateFiles(ConformanceFolder(), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (Match match in Fence().Matches(File.ReadAllText(path)))
            {
                yield return (Path.GetFileName(path), match.Groups["text"].Value);
            }
        }
    }

    private static string ConformanceFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "Conformance")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "Conformance");
    }

    [GeneratedRegex("^```bubblescript[^\n]*\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Fence();
}
