using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Matching;
using Bubblescript.Messages;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>What builtins and calls of functions ask of the process.</summary>
internal sealed partial class Turn
{
    public override string TimeZone => Operand.Of(User["timezone"]).AsString() is { Length: > 0 } zone ? zone : "UTC";

    public override string ChatBaseAddress => Environment.Settings.ChatBaseAddress;

    public override string BotId => Current.Bot.Id;

    public override MapValue Schemas => Current.Bot.ConstantValue("schemas").AsMap() ?? MapValue.Empty;

    public override DeclaredTask? FindDeclaredTask(string name)
    {
        if (!Current.Program.TasksByName.TryGetValue(name, out var tasks) || tasks[0].Declaration is not { } declaration)
        {
            return null;
        }

        Value description = declaration.Description is null ? default : EvaluateOutside(declaration.Description);
        Value schema = declaration.InputSchema is null ? default : EvaluateOutside(declaration.InputSchema);
        return description.IsSignal || schema.IsSignal ? null : new DeclaredTask(name, ValueText.ToText(description, Locale), schema);
    }

    public override Value MatchText(string text, string pattern) =>
        TextMatching.Match(text, pattern, Environment.Settings.Analyzer ?? EnglishAnalyzer.Instance, Current.Bot.Patterns.Options, this);

    public override long NextRandom(long exclusiveMaximum)
    {
        RandomState = unchecked(RandomState + 0x9E3779B97F4A7C15UL);
        ulong mixed = RandomState;
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        mixed ^= mixed >> 31;
        return (long)(ulong)(((UInt128)mixed * (ulong)exclusiveMaximum) >> 64);
    }

    public override string Translate(string source) => Current.Bot.Translate(source, Locale.Current);

    public override Value ReadVariable(string name) => PredefinedVariables.TryGet(name, out PredefinedVariable variable)
        ? ReadPredefined(variable)
        : Current.ReadVariable(name);

    public override Value SpawnGroup(string? name, MapValue variables)
    {
        string id = GroupNames.Normalize(name) ?? GroupNames.Random(this);
        Add(new SpawnGroupEffect(id, variables) { BotId = Current.Bot.Id });
        if (IsConversation)
        {
            WritePredefined(PredefinedVariable.Group, id);
        }

        return id;
    }

    public override bool Unschedule(string id)
    {
        if (FindTimer(TimerKind.Schedule, id) is not { } timer)
        {
            return false;
        }

        Timers = Timers.Remove(timer);
        return true;
    }

    /// <summary>The pending timer of an id, of a kind or of any, or null.</summary>
    public ProcessTimer? FindTimer(TimerKind? kind, string id)
    {
        foreach (ProcessTimer timer in Timers)
        {
            if ((kind is null || timer.Kind == kind) && string.Equals(timer.Id, id, StringComparison.Ordinal))
            {
                return timer;
            }
        }

        return null;
    }

    public override void Annotate(string type, string message, MapValue payload)
    {
        if (type is "mail" or "sms_notify")
        {
            Add(new MailEffect(type, payload["to"].ToString(), payload["subject"].ToString(), message, payload.Remove("to").Remove("subject")));
        }

        Outgoing.Send(this, SideEffectPayload.Annotation(type, message, payload));
    }

    public override Value Await(ExternalRequest request)
    {
        if (Current.Top is null or { Kind: FrameKind.Procedure })
        {
            return FunctionContext.Fail("this call has to wait for an answer, which is not possible in a guard or a dialog head");
        }

        return TryTakeAnswer(out Value answer) ? answer : new Suspension(request).ToValue();
    }

    /// <summary>Gives the answer to the next call of the statement - a signal when the call failed - if it has been recorded.</summary>
    public bool TryTakeAnswer(out Value answer)
    {
        if (Current.Top?.Replay?.Answers is not { } answers || _answerIndex >= answers.Length)
        {
            answer = default;
            return false;
        }

        answer = answers[_answerIndex++];
        if (answer.AsRecord() is { RecordKind: RecordKind.Error } error)
        {
            answer = FunctionContext.Fail(error["message"].ToString());
        }

        return true;
    }

    public override Value CallFunction(ScriptFunction function, Value[] locals, SourcePlace place) =>
        FunctionRunner.Call(this, (BoundFunction)function, locals, place);
}
