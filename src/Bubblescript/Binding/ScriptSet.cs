using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>The parsed scripts of a bot by their kind, in load order.</summary>
internal sealed class ScriptSet(BotSources sources, FunctionTable builtins, DiagnosticBag diagnostics)
{
    private readonly Dictionary<BotFileKind, ImmutableArray<Script>> _scripts = [];
    private readonly Dictionary<BotFileKind, IReadOnlySet<string>> _functionNames = [];

    /// <summary>All scripts: main ones, master, group, tests.</summary>
    public ImmutableArray<Script> All => [.. Of(BotFileKind.Main), .. Of(BotFileKind.Master), .. Of(BotFileKind.Group), .. Of(BotFileKind.Test)];

    /// <summary>The paths of all files, in the order in which diagnostics are shown.</summary>
    public IEnumerable<string> Order => All.Select(static script => script.Source.Path).Concat(sources.Files.Select(static file => file.Path));

    public ImmutableArray<Script> Of(BotFileKind kind) => _scripts.GetValueOrDefault(kind, []);

    /// <summary>The functions that scripts of a kind can call.</summary>
    public IReadOnlySet<string> FunctionNames(BotFileKind kind) => _functionNames.GetValueOrDefault(kind, FrozenSet<string>.Empty);

    public void Parse()
    {
        BotFile[] scripts =
        [
            .. sources.Files
                .Where(static file => BotFileKinds.Of(file.Path) is not (BotFileKind.Ignored or BotFileKind.Data))
                .OrderBy(static file => BotFileKinds.IsFirst(file.Path) ? 0 : 1),
        ];
        foreach (BotFileKind kind in (BotFileKind[])[BotFileKind.Main, BotFileKind.Master, BotFileKind.Group])
        {
            SourceText[] texts = [.. scripts.Where(file => BotFileKinds.Of(file.Path) == kind).Select(MakeSource)];
            _functionNames[kind] = builtins.Names.Concat(texts.SelectMany(static text => ScriptParser.FindFunctionNames(text))).ToFrozenSet(StringComparer.Ordinal);
            _scripts[kind] = ParseAll(texts, _functionNames[kind]);
        }

        SourceText[] tests = [.. scripts.Where(static file => BotFileKinds.Of(file.Path) == BotFileKind.Test).Select(MakeSource)];
        _scripts[BotFileKind.Test] = ParseAll(tests, _functionNames[BotFileKind.Main]);
        CheckTests();
    }

    private static SourceText MakeSource(BotFile file) => new(file.Path, file.Text.TrimStart('\uFEFF'));

    private ImmutableArray<Script> ParseAll(IEnumerable<SourceText> texts, IReadOnlySet<string> names) =>
        [.. texts.Select(text => ScriptParser.Parse(text, names, diagnostics))];

    private void CheckTests()
    {
        foreach (Script script in Of(BotFileKind.Test))
        {
            foreach (ScriptItem item in script.Items.Where(static item => item is not TestItem))
            {
                diagnostics.Report(Descriptors.MisplacedStatement, script.Source, item.Span with { Length = 1 }, "a file '*.test.bubble' holds only tests", "move this to a script");
            }
        }
    }
}
