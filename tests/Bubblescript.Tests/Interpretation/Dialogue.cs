using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Builtins;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Messages;
using Bubblescript.Values;

namespace Bubblescript.Tests.Interpretation;

/// <summary>Drives the interpreter itself, without a host: one process, one input after the other.</summary>
internal sealed class Dialogue
{
    private readonly Workspace _workspace;
    private readonly List<string> _said = [];

    public Dialogue(string script, ExecutionLimits? limits = null)
    {
        _workspace = new Workspace([Bot.Parse(script)]);
        Environment = new TurnEnvironment
        {
            Now = new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero),
            Settings = new TurnSettings { Limits = limits ?? ExecutionLimits.Default },
        };
        State = ProcessState.Create(new ProcessIdentity(ProcessKind.Conversation, "c1", "main", "ann", "main"), randomSeed: 7);
    }

    public TurnEnvironment Environment { get; set; }

    public ProcessState State { get; private set; }

    public ImmutableArray<Effect> LastEffects { get; private set; } = [];

    /// <summary>The texts of all messages so far.</summary>
    public IReadOnlyList<string> Said => _said;

    public IEnumerable<string> Errors => LastEffects.OfType<ErrorEffect>().Select(static error => error.Message);

    public ExternalRequest? Pending => State.PendingCall?.Request;

    public Dialogue Open() => Take(new OpenInput(MapValue.Empty));

    public Dialogue Say(string text) => Take(new MessageInput(text, "text", default, "keyboard", MapValue.Empty));

    public Dialogue Event(string name, Value payload = default) => Take(new EventInput(name, payload, "c2", EventOrigin.Client));

    public Dialogue Answer(Value value) => Take(new AnswerInput(State.PendingCall!.Id, value));

    public Dialogue Take(ProcessInput input)
    {
        TurnResult result = Interpreter.Run(_workspace, State, input, Environment);
        State = result.State;
        LastEffects = result.Effects;
        foreach (MessageEffect effect in result.Effects.OfType<MessageEffect>())
        {
            if (effect.Message.Payload is TextPayload text)
            {
                _said.Add(text.Message);
            }
        }

        return this;
    }

    public Value Evaluate(string expression) => StateInspector.Evaluate(_workspace, State, Environment, expression);

    public TurnResult Try(ProcessInput input) => Interpreter.Run(_workspace, State, input, Environment);
}
