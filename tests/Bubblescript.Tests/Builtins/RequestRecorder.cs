using Bubblescript.Builtins;
using Bubblescript.Values;

namespace Bubblescript.Tests.Builtins;

/// <summary>A function context that answers requests from a queue and suspends when the queue is empty, as the interpreter does.</summary>
internal sealed class RequestRecorder : FunctionContext
{
    private readonly List<Value> _answers = [];
    private int _next;

    public List<ExternalRequest> Requests { get; } = [];

    public MapValue SharedSchemas { get; init; } = MapValue.Empty;

    public DeclaredTask[] Tasks { get; init; } = [];

    public override MapValue Schemas => SharedSchemas;

    public override LocaleContext Locale => LocaleContext.English;

    public override DateTimeOffset Now => new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override string TimeZone => "UTC";

    public override ExecutionLimits Limits => ExecutionLimits.Default;

    public override IUtteranceMatcher Matcher => throw new NotSupportedException();

    public override string ChatBaseAddress => "https://chat.example.com";

    public override string BotId => "main";

    /// <summary>Calls a builtin with positional and named arguments.</summary>
    public Value Call(BuiltinFunction function, Value[] positional, params ReadOnlySpan<(string Name, Value Value)> named)
    {
        List<KeyValuePair<string, Value>> keywords = [];
        foreach ((string name, Value value) in named)
        {
            keywords.Add(KeyValuePair.Create(name, value));
        }

        _next = 0;
        Requests.Clear();
        return BuiltinCall.Invoke(function, positional, keywords, this);
    }

    public void Record(Value answer) => _answers.Add(answer);

    public override DeclaredTask? FindDeclaredTask(string name) => Tasks.FirstOrDefault(task => task.Name == name);

    public override Value Await(ExternalRequest request)
    {
        Requests.Add(request);
        return _next < _answers.Count ? _answers[_next++] : Value.FromSignal(new Suspended());
    }

    public override long NextRandom(long exclusiveMaximum) => 0;

    public override string Translate(string source) => source;

    public override Value ReadVariable(string name) => default;

    public override Value SpawnGroup(string? name, MapValue variables) => throw new NotSupportedException();

    public override bool Unschedule(string id) => throw new NotSupportedException();

    public override void Annotate(string type, string message, MapValue payload) => throw new NotSupportedException();

    private sealed class Suspended : Signal;
}
