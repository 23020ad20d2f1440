using Bubblescript.Builtins;
using Bubblescript.Tests.Values;
using Bubblescript.Values;

namespace Bubblescript.Tests.Builtins;

/// <summary>A conversation for builtins: fixed clock, fixed random sequence, everything that acts is recorded.</summary>
internal sealed class TestFunctionContext : FunctionContext
{
    private ulong _random = 42;

    public LocaleContext UsedLocale { get; init; } = LocaleContext.English;

    public string UsedTimeZone { get; init; } = "UTC";

    public ExecutionLimits UsedLimits { get; init; } = ExecutionLimits.Default;

    public List<(string Type, string Message, MapValue Payload)> Annotations { get; } = [];

    public List<(string? Name, MapValue Variables)> Groups { get; } = [];

    public List<ExternalRequest> Requests { get; } = [];

    /// <summary>Answers the requests of suspending functions.</summary>
    public Func<ExternalRequest, Value> Answer { get; init; } = static _ => "waiting";

    public override LocaleContext Locale => UsedLocale;

    public override DateTimeOffset Now => new(2024, 5, 1, 12, 0, 0, 250, TimeSpan.Zero);

    public override string TimeZone => UsedTimeZone;

    public override ExecutionLimits Limits => UsedLimits;

    public override IUtteranceMatcher Matcher => FakeMatcher.Instance;

    public override string ChatBaseAddress => "https://chat.example.com";

    public override string BotId => "my bot";

    public override long NextRandom(long exclusiveMaximum)
    {
        _random = (_random * 6364136223846793005) + 1442695040888963407;
        return (long)((_random >> 1) % (ulong)exclusiveMaximum);
    }

    public override string Translate(string source) => UsedLocale.Current is "nl" && source is "Hello" ? "Hallo" : source;

    public override Value ReadVariable(string name) => default;

    public override Value SpawnGroup(string? name, MapValue variables)
    {
        Groups.Add((name, variables));
        return name ?? "~random1234";
    }

    public override bool Unschedule(string id) => id is "pending";

    public override void Annotate(string type, string message, MapValue payload) => Annotations.Add((type, message, payload));

    public override Value Await(ExternalRequest request)
    {
        Requests.Add(request);
        return Answer(request);
    }
}
