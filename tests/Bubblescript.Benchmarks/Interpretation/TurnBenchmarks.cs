using BenchmarkDotNet.Attributes;
using Bubblescript.Binding;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Benchmarks.Interpretation;

/// <summary>One input through the interpreter, without mailbox and store.</summary>
public class TurnBenchmarks
{
    private readonly TurnEnvironment _environment = new()
    {
        Now = DateTimeOffset.UnixEpoch,
        Settings = new TurnSettings { Limits = ExecutionLimits.Default with { Steps = 100_000_000, TurnTime = TimeSpan.FromMinutes(5) } },
        User = MapValue.From(("id", "ann"), ("user_id", "ann")),
    };

    private readonly Workspace _answers = new([Bot.Parse(SampleScripts.Asking)]);

    private readonly Workspace _triggers = new([Bot.Parse(SampleScripts.Triggers)]);

    private readonly Workspace _loop = new([Bot.Parse("""
        dialog main do
          total = 0
          repeat _i in 1..1000000 do
            total = total + _i
          end
        end
        """)]);

    private readonly Workspace _recursion = new([Bot.Parse("""
        function fib(_n) do
          if _n < 2 do
            return _n
          end
          return fib(_n - 1) + fib(_n - 2)
        end

        dialog main do
          result = fib(23)
        end
        """)]);

    private readonly MessageInput _answer = new("hello there world", "text", default, "keyboard", MapValue.Empty);
    private readonly MessageInput _question = new("I want to borrow a book here", "text", default, "keyboard", MapValue.Empty);
    private readonly OpenInput _open = new(MapValue.Empty);
    private ProcessState _asked = null!;
    private ProcessState _greeted = null!;

    [GlobalSetup]
    public void Setup()
    {
        _asked = Run(_answers, NewState(), _open).State;
        _greeted = Run(_triggers, NewState(), _open).State;
        Correctness.Require(Run(_answers, _asked, _answer).Effects.Length >= 2, "an answered question says something and asks again");
        Correctness.Require(Run(_triggers, _greeted, _question).Effects.Length >= 1, "the trigger answers");
    }

    [Benchmark(Description = "an answered question")]
    public object AnswerAQuestion() => Run(_answers, _asked, _answer);

    [Benchmark(Description = "a message that starts a dialog")]
    public object StartADialog() => Run(_triggers, _greeted, _question);

    [Benchmark(Description = "a loop of 1,000,000 additions")]
    public object Loop() => Run(_loop, NewState(), _open);

    [Benchmark(Description = "fib(23)")]
    public object Recursion() => Run(_recursion, NewState(), _open);

    private TurnResult Run(Workspace workspace, ProcessState state, ProcessInput input) => Interpreter.Run(workspace, state, input, _environment);

    private static ProcessState NewState() =>
        ProcessState.Create(new ProcessIdentity(ProcessKind.Conversation, "c1", "main", "ann", "main"), 7);
}
