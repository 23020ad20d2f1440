using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Bubblescript.Binding;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Matching;

/// <summary>A message to a bot with few and with many triggers.</summary>
public class TriggerBenchmarks
{
    private readonly TurnEnvironment _environment = new()
    {
        Now = DateTimeOffset.UnixEpoch,
        User = MapValue.From(("id", "ann"), ("user_id", "ann")),
    };

    private readonly MessageInput _message = new("I want to borrow thing7 here", "text", default, "keyboard", MapValue.Empty);
    private Workspace _workspace = null!;
    private ProcessState _greeted = null!;

    [Params(10, 1_000, 10_000)]
    public int Triggers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        StringBuilder script = new("dialog main do\n  say \"Hi.\"\nend\n");
        for (int i = 0; i < Triggers; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"dialog trigger: \"borrow _ (thing{i} | gadget{i})\" do\n  say \"You borrow number {i}.\"\nend\n");
        }

        _workspace = new Workspace([Bot.Parse(script.ToString())]);
        _greeted = Run(ProcessState.Create(new ProcessIdentity(ProcessKind.Conversation, "c1", "main", "ann", "main"), 7), new OpenInput(MapValue.Empty)).State;
        Correctness.Require(Run(_greeted, _message).Effects.Length >= 1, "the trigger answers");
    }

    [Benchmark(Description = "a message that starts a dialog")]
    public object StartADialog() => Run(_greeted, _message);

    private TurnResult Run(ProcessState state, ProcessInput input) => Interpreter.Run(_workspace, state, input, _environment);
}
