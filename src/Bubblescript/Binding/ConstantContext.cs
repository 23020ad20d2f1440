using Bubblescript.Builtins;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>What constants are evaluated in when a bot is loaded: nothing of the outside can be read.</summary>
internal sealed class ConstantContext(BindingSession session, LocaleContext locale) : EvaluationContext
{
    public override LocaleContext Locale { get; } = locale;

    public override DateTimeOffset Now => DateTimeOffset.UnixEpoch;

    public override string TimeZone => "UTC";

    public override ExecutionLimits Limits => ExecutionLimits.Default;

    public override IUtteranceMatcher Matcher { get; } = new NoUtteranceMatcher();

    public override string ChatBaseAddress => string.Empty;

    public override string BotId => session.BotId;

    public override long NextRandom(long exclusiveMaximum) => 0;

    public override string Translate(string source) => source;

    public override Value ReadVariable(string name) => default;

    public override Value SpawnGroup(string? name, MapValue variables) => Unavailable();

    public override bool Unschedule(string id) => false;

    public override void Annotate(string type, string message, MapValue payload)
    {
    }

    public override Value Await(ExternalRequest request) => Unavailable();

    public override Value ReadPredefined(PredefinedVariable variable) => default;

    public override void WritePredefined(PredefinedVariable variable, Value value)
    {
    }

    public override Value CallFunction(ScriptFunction function, Value[] locals, SourcePlace place) => Unavailable();

    private static Value Unavailable() => Fail("a constant cannot use the outside");

    /// <summary>There are no messages while a bot is loaded.</summary>
    private sealed class NoUtteranceMatcher : IUtteranceMatcher
    {
        public bool Matches(RecordValue message, RecordValue matcher) => false;
    }
}
