using Bubblescript.Builtins;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Tests.Binding;

/// <summary>Evaluates bound expressions without a conversation.</summary>
internal sealed class TestContext : EvaluationContext
{
    public TestContext(string locale = "en")
    {
        Locale = new LocaleContext(locale, "en");
        Variables = new Value[64];
        Locals = new Value[64];
    }

    public override LocaleContext Locale { get; }

    public override DateTimeOffset Now => new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override string TimeZone => "UTC";

    public override ExecutionLimits Limits => ExecutionLimits.Default;

    public override IUtteranceMatcher Matcher => throw new InvalidOperationException("No messages are compared here.");

    public override string ChatBaseAddress => "";

    public override string BotId => "main";

    public void SetVariable(int slot, Value value) => Variables[slot] = value;

    public override long NextRandom(long exclusiveMaximum) => 0;

    public override string Translate(string source) => source;

    public override Value ReadVariable(string name) => default;

    public override Value SpawnGroup(string? name, MapValue variables) => default;

    public override bool Unschedule(string id) => false;

    public override void Annotate(string type, string message, MapValue payload)
    {
    }

    public override Value Await(ExternalRequest request) => default;

    public override Value ReadPredefined(PredefinedVariable variable) => PredefinedVariables.NameOf(variable);

    public override void WritePredefined(PredefinedVariable variable, Value value)
    {
    }

    public override Value CallFunction(ScriptFunction function, Value[] locals, SourcePlace place) => locals[0];
}
