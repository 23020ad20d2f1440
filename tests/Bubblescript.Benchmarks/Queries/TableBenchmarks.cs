using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Bubblescript.Binding;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Queries;

/// <summary>Queries on a table of 100,000 rows that comes from a CSV file.</summary>
public class TableBenchmarks
{
    private const int Rows = 100_000;

    private readonly TurnEnvironment _environment = new()
    {
        Now = DateTimeOffset.UnixEpoch,
        User = MapValue.From(("id", "ann"), ("user_id", "ann")),
    };

    private readonly OpenInput _open = new(MapValue.Empty);
    private readonly CompiledQuery _equality = Compile(Value.MapOf(("id", "id77777")));
    private readonly CompiledQuery _conjunction = Compile(Value.MapOf(("city", "City 7"), ("id", "id70007")));
    private readonly CompiledQuery _range = Compile(Value.MapOf(("name", Value.MapOf(("_lt", "Name 00010")))));
    private BotFile _data = null!;
    private Workspace _turn = null!;
    private Workspace _emptyTurn = null!;
    private ListValue _table = null!;

    [GlobalSetup]
    public void Setup()
    {
        _data = new BotFile("shops.csv", WriteTable());
        Bot bot = Build(_data, "dialog main do\n  found = @shops[id: \"id77777\"]\nend\n");
        _turn = new Workspace([bot]);
        _emptyTurn = new Workspace([Build(_data, "dialog main do\n  found = \"id77777\"\nend\n")]);
        _table = bot.ConstantValue("shops").AsList()!;
        Correctness.Require(Find(_equality) == 1 && Find(_conjunction) == 1 && Find(_range) == 10, "the queries find their rows");
        Correctness.Require(!Run(_turn).Effects.OfType<ErrorEffect>().Any(), "the turn has no error");
    }

    [Benchmark(Description = "equality on a field", Baseline = true)]
    public int Equality() => Find(_equality);

    [Benchmark(Description = "equality on two fields")]
    public int Conjunction() => Find(_conjunction);

    [Benchmark(Description = "comparison, without index")]
    public int Comparison() => Find(_range);

    [Benchmark(Description = "first equality on a field, which makes its index")]
    public int FirstEquality() => MatchEngine.Filter(ListValue.From(_table), _equality, LocaleContext.English, _environment.Settings.Limits).AsList()!.Count;

    [Benchmark(Description = "loading a bot with the table")]
    public object Load() => Build(_data, "dialog main do\n  found = @shops[id: \"id77777\"]\nend\n");

    [Benchmark(Description = "loading it and reading its rows")]
    public int LoadAndRead() => Build(_data, "dialog main do\n  found = @shops\nend\n").ConstantValue("shops").AsList()!.Count;

    [Benchmark(Description = "turn that makes an equality query")]
    public object QueryInATurn() => Run(_turn);

    [Benchmark(Description = "the same turn without query")]
    public object TurnWithoutQuery() => Run(_emptyTurn);

    private static CompiledQuery Compile(Value query) => CompiledQuery.Compile(query, ExecutionLimits.Default, out _)!;

    private static string WriteTable()
    {
        StringBuilder text = new("id,name,city\n");
        for (int i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"id{i},Name {i:00000},City {i % 1000}\n");
        }

        return text.ToString();
    }

    private static Bot Build(BotFile data, string script) => Bot.Build(new BotSources("main", [new BotFile("main.bubble", script), data]));

    private int Find(CompiledQuery query) => MatchEngine.Filter(_table, query, LocaleContext.English, _environment.Settings.Limits).AsList()!.Count;

    private TurnResult Run(Workspace workspace) => Interpreter.Run(
        workspace,
        ProcessState.Create(new ProcessIdentity(ProcessKind.Conversation, "c1", "main", "ann", "main"), 7),
        _open,
        _environment);
}
