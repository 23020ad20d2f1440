using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>Reads one state and fits it to the scripts as they are now.</summary>
internal sealed class ProcessStateReader(ProgramCatalog programs, BodyOutlines outlines, LoadReport report)
{
    /// <exception cref="StateFormatException">The state is damaged, or of a bot that the workspace does not have.</exception>
    public LoadedProcess Read(string address, JsonElement root)
    {
        ProcessIdentity identity = ReadIdentity(address, root);
        if (programs.Find(identity.BotId, identity.Kind) is null)
        {
            throw new StateFormatException(
                $"The {StateNames.Of(identity.Kind)} '{address}' is saved for the bot '{identity.BotId}', which this host does not have. " +
                "Add the bot, or use another store.")
            {
                IsForeign = true,
            };
        }

        return new LoadedProcess(StateRepair.Apply(ReadState(identity, root), SavedBots(root), report), version: 0)
        {
            RememberedVariables = StateJson.ReadMap(root, "remembered"),
            InputIds = [.. StateJson.ReadTexts(root, "inputs")],
        };
    }

    private ProcessState ReadState(ProcessIdentity identity, JsonElement root) =>
        new()
        {
            Identity = identity,
            Status = StateNames.ReadStatus(root.GetProperty("status").GetString()!),
            IsAsleep = StateJson.ReadFlag(root, "asleep"),
            IsInitialized = StateJson.ReadFlag(root, "initialized"),
            OpenedAt = root.TryGetProperty("opened", out JsonElement opened) ? StateJson.ReadTime(opened).UtcDateTime : default,
            Locale = StateJson.ReadText(root, "locale") ?? "en",
            Tags = [.. StateJson.ReadTexts(root, "tags")],
            Bots = [.. ReadBots(root, "bots", identity.Kind)],
            Shared = ReadShared(root),
            Timers = ReadTimers(root),
            Extras = ProcessExtras.Of(
                ReadBots(root, "former", identity.Kind).ToImmutableDictionary(static bot => bot.BotId, StringComparer.Ordinal),
                ReadCall(root),
                FrameReader.ReadQuery(root),
                ReadDeferred(root)),
            LastUserUtterances = ReadUtterances(root, "user_utterances"),
            LastBotUtterances = ReadUtterances(root, "bot_utterances"),
            LastAction = StateJson.ReadText(root, "last_action") is { } action ? long.Parse(action.AsSpan(1), CultureInfo.InvariantCulture) : 0,
            LastNumber = root.GetProperty("last_number").GetInt64(),
            RandomState = root.GetProperty("random").GetUInt64(),
        };

    private static ProcessIdentity ReadIdentity(string address, JsonElement root)
    {
        ProcessKind kind = StateNames.ReadProcessKind(root.GetProperty("kind").GetString()!);
        string saved = root.GetProperty("address").GetString()!;
        if (!string.Equals(saved, address, StringComparison.Ordinal))
        {
            throw new StateFormatException($"The state of '{saved}' is stored under the address '{address}'.");
        }

        return new ProcessIdentity(
            kind, address, root.GetProperty("bot").GetString()!, StateJson.ReadText(root, "user") ?? "", StateJson.ReadText(root, "g") ?? "");
    }

    private static int SavedBots(JsonElement root) => root.TryGetProperty("bots", out JsonElement bots) ? bots.GetArrayLength() : 0;

    private static ImmutableArray<string> ReadUtterances(JsonElement root, string name) =>
        [.. (StateJson.ReadValue(root, name).AsList() ?? ListValue.Empty).Select(static text => ValueText.ToText(text))];

    private static ImmutableArray<Value> ReadShared(JsonElement root)
    {
        Value[] shared = new Value[PredefinedVariables.Count];
        foreach (JsonProperty property in root.GetProperty("predefined").EnumerateObject())
        {
            if (PredefinedVariables.TryGet(property.Name, out PredefinedVariable variable))
            {
                shared[(int)variable] = StateValueReader.Read(property.Value);
            }
        }

        int count = Array.FindLastIndex(shared, static value => !value.IsNil) + 1;
        return [.. shared.AsSpan(0, count)];
    }

    private static ImmutableArray<ProcessTimer> ReadTimers(JsonElement root)
    {
        if (!root.TryGetProperty("timers", out JsonElement timers))
        {
            return [];
        }

        return
        [
            .. timers.EnumerateArray().Select(static timer => new ProcessTimer(
                timer.GetProperty("id").GetString()!,
                StateNames.ReadTimerKind(timer.GetProperty("kind").GetString()!),
                StateJson.ReadTime(timer.GetProperty("due")),
                StateJson.ReadText(timer, "event") is { } name
                    ? new ScheduledEvent(StateJson.ReadText(timer, "to"), name, StateJson.ReadValue(timer, "payload"))
                    : null)),
        ];
    }

    private static PendingCall? ReadCall(JsonElement root) => root.TryGetProperty("call", out JsonElement call)
        ? new PendingCall(
            call.GetProperty("id").GetString()!,
            QueryRequest.Restore(call.GetProperty("kind").GetString()!, StateJson.ReadValue(call, "payload")),
            call.GetProperty("bot_index").GetInt32())
        : null;

    private static ImmutableArray<ProcessInput> ReadDeferred(JsonElement root) => root.TryGetProperty("deferred", out JsonElement deferred)
        ? [.. deferred.EnumerateArray().Select(InputSerializer.ReadFields)]
        : [];

    private List<BotState> ReadBots(JsonElement root, string name, ProcessKind kind)
    {
        List<BotState> bots = [];
        if (!root.TryGetProperty(name, out JsonElement saved))
        {
            return bots;
        }

        foreach (JsonElement bot in saved.EnumerateArray())
        {
            string id = bot.GetProperty("id").GetString()!;
            if (programs.Find(id, kind) is { } program)
            {
                bots.Add(ReadBot(bot, id, program));
            }
            else
            {
                report.Warn($"the bot '{id}' is gone; what the conversation had of it was dropped");
            }
        }

        return bots;
    }

    private BotState ReadBot(JsonElement bot, string id, ScriptProgram program)
    {
        Value[] variables = new Value[program.VariableNames.Length];
        ImmutableDictionary<string, Value>.Builder others = ImmutableDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (JsonProperty variable in bot.GetProperty("variables").EnumerateObject())
        {
            if (program.VariableSlots.TryGetValue(variable.Name, out int slot))
            {
                variables[slot] = StateValueReader.Read(variable.Value);
            }
            else
            {
                others[variable.Name] = StateValueReader.Read(variable.Value);
            }
        }

        return new BotState
        {
            BotId = id,
            Variables = [.. variables],
            Answer = StateJson.ReadValue(bot, "answer"),
            Frames = ReadFrames(bot, program),
            Extras = BotExtras.Of(others.ToImmutable(), ReadCounters(bot, program), StateJson.ReadValue(bot, "error")),
            History = [.. StateJson.ReadTexts(bot, "history")],
        };
    }

    private ImmutableArray<Frame> ReadFrames(JsonElement bot, ScriptProgram program)
    {
        if (!bot.TryGetProperty("frames", out JsonElement saved))
        {
            return [];
        }

        FrameReader reader = new(programs, outlines, report, program);
        ImmutableArray<Frame>.Builder frames = ImmutableArray.CreateBuilder<Frame>();
        foreach (JsonElement element in saved.EnumerateArray())
        {
            if (reader.Read(element) is { } frame)
            {
                frames.Add(frame);
            }
        }

        return frames.DrainToImmutable();
    }

    private ImmutableDictionary<string, int> ReadCounters(JsonElement bot, ScriptProgram program)
    {
        ImmutableDictionary<string, int> counters = ImmutableDictionary<string, int>.Empty;
        if (!bot.TryGetProperty("once", out JsonElement saved))
        {
            return counters;
        }

        foreach (JsonProperty counter in saved.EnumerateObject())
        {
            if (programs.HasCounter(program, counter.Name))
            {
                counters = counters.SetItem(counter.Name, counter.Value.GetInt32());
            }
            else
            {
                report.Warn($"the once statement {counter.Name} is gone; its count was dropped");
            }
        }

        return counters;
    }
}
