using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using Bubblescript.Builtins;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Benchmarks.Syntax;

/// <summary>From the text of a script of a million characters to its syntax tree: the whole and its steps.</summary>
public class ParseBenchmarks
{
    /// <summary>A measured round is so long that a short run would time code that the runtime has not optimised yet.</summary>
    private const int RoundsUntilCompiled = 40;

    private readonly string _text = LargeScript.Create(LargeScript.Million);
    private SourceText _source = null!;
    private FrozenSet<string> _names = null!;
    private ReviewedTokens _tokens = null!;

    [GlobalSetup]
    public void Setup()
    {
        _source = new SourceText("main.bubble", _text);
        _names = BuiltinLibrary.Default.All
            .Where(static function => function.Module is null)
            .Select(static function => function.Name)
            .Concat(ScriptParser.FindFunctionNames(_source))
            .ToFrozenSet(StringComparer.Ordinal);
        _tokens = TokenReview.Review(_text, new ScriptTokenizer(_names, distrustsLines: false).Tokenize(_text));
        DiagnosticBag diagnostics = new();
        Script script = ScriptParser.Parse(_source, _names, diagnostics);
        Correctness.Require(diagnostics.Count == 0, "the script has no mistakes");
        Script again = ScriptParser.Parse(new SourceText("main.bubble", SyntaxPrinter.Print(script)), _names, diagnostics);
        Correctness.Require(script.Items.Length > 1000 && again.Items.Length == script.Items.Length && diagnostics.Count == 0, "the printed tree is the script again");
        for (int i = 0; i < RoundsUntilCompiled; i++)
        {
            ParseAll();
        }
    }

    [Benchmark(Description = "1 MB: find the functions")]
    public object FindFunctions() => ScriptParser.FindFunctionNames(_source);

    [Benchmark(Description = "1 MB: tokens")]
    public object Tokenize() => new ScriptTokenizer(_names, distrustsLines: false).Tokenize(_text);

    [Benchmark(Description = "1 MB: grammar")]
    public object Grammar() => ScriptGrammar.Items(_tokens.Tokens);

    [Benchmark(Description = "1 MB: parse")]
    public object ParseAll() => ScriptParser.Parse(_source, _names, new DiagnosticBag());
}
