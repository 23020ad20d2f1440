using System.Collections.Immutable;
using System.Text.Json;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Coordination;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>Writes one state. What has its default value is left out.</summary>
internal readonly struct ProcessStateWriter(Utf8JsonWriter writer, ProgramCatalog programs, BodyOutlines outlines)
{
    private static readonly JsonEncodedText[] PredefinedNames =
        [.. Enumerable.Range(0, PredefinedVariables.Count).Select(static i => JsonEncodedText.Encode(PredefinedVariables.NameOf((PredefinedVariable)i)))];

    public void Write(LoadedProcess process)
    {
        ProcessState state = process.State;
        WriteIdentity(state.Identity);
        writer.WriteString("status"u8, StateNames.Of(state.Status));
        StateJson.WriteFlag(writer, "asleep", state.IsAsleep);
        StateJson.WriteFlag(writer, "initialized", state.IsInitialized);
        if (state.OpenedAt != default)
        {
            StateJson.WriteTime(writer, "opened", new DateTimeOffset(state.OpenedAt));
        }

        writer.WriteString("locale"u8, state.Locale);
        StateJson.WriteTexts(writer, "tags", state.Tags);
        WriteBots("bots", state.Bots, state.Identity.Kind);
        WriteShared(state.Shared);
        WriteTimers(state.Timers);
        WriteCall(state);
        WriteDeferred(state.Deferred);
        if (!state.FormerBots.IsEmpty)
        {
            WriteBots("former", [.. state.FormerBots.Values.OrderBy(static bot => bot.BotId, StringComparer.Ordinal)], state.Identity.Kind);
        }

        StateJson.WriteValue(writer, "user_utterances", ListOf(state.LastUserUtterances));
        StateJson.WriteValue(writer, "bot_utterances", ListOf(state.LastBotUtterances));
        StateJson.WriteText(writer, "last_action", Outgoing.ActionId(state.LastAction));
        StateJson.WriteMap(writer, "remembered", process.RememberedVariables);
        StateJson.WriteTexts(writer, "inputs", process.InputIds);
        writer.WriteNumber("last_number"u8, state.LastNumber);
        writer.WriteNumber("random"u8, state.RandomState);
    }

    private static Value ListOf(ImmutableArray<string> texts) => texts.IsEmpty ? default(Value) : ListValue.From(texts.Select(static text => Value.From(text)));

    private void WriteIdentity(ProcessIdentity identity)
    {
        writer.WriteString("address"u8, identity.Address);
        writer.WriteString("kind"u8, StateNames.Of(identity.Kind));
        writer.WriteString("bot"u8, identity.BotId);
        if (identity.Kind == ProcessKind.Conversation)
        {
            writer.WriteString("user"u8, identity.UserId);
        }

        if (identity.Kind != ProcessKind.Master)
        {
            writer.WriteString("g"u8, identity.Name);
        }
    }

    private void WriteShared(ImmutableArray<Value> shared)
    {
        writer.WriteStartObject("predefined"u8);
        for (int i = 0; i < shared.Length; i++)
        {
            StateJson.WriteValue(writer, PredefinedNames[i], shared[i]);
        }

        writer.WriteEndObject();
    }

    private void WriteTimers(ImmutableArray<ProcessTimer> timers)
    {
        if (timers.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("timers"u8);
        foreach (ProcessTimer timer in timers)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, timer.Id);
            writer.WriteString("kind"u8, StateNames.Of(timer.Kind));
            StateJson.WriteTime(writer, "due", timer.Due);
            if (timer.Event is { } scheduled)
            {
                StateJson.WriteText(writer, "to", scheduled.To);
                writer.WriteString("event"u8, scheduled.Name);
                StateJson.WriteValue(writer, "payload", scheduled.Payload);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteCall(ProcessState state)
    {
        if (state.PendingCall is { } call)
        {
            writer.WriteStartObject("call"u8);
            writer.WriteString("id"u8, call.Id);
            writer.WriteString("kind"u8, call.Request.Kind);
            StateJson.WriteValue(writer, "payload", call.Request.Payload);
            writer.WriteNumber("bot_index"u8, call.BotIndex);
            writer.WriteEndObject();
        }

        WriteQuery(state.Query);
    }

    private void WriteQuery(QueryReference? query)
    {
        if (query is null)
        {
            return;
        }

        writer.WriteStartObject("query"u8);
        writer.WriteString("asker"u8, query.Asker);
        writer.WriteString("call"u8, query.CallId);
        writer.WriteEndObject();
    }

    private void WriteDeferred(ImmutableArray<ProcessInput> deferred)
    {
        if (deferred.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("deferred"u8);
        foreach (ProcessInput input in deferred)
        {
            writer.WriteStartObject();
            InputSerializer.WriteFields(writer, input);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteBots(string name, ImmutableArray<BotState> bots, ProcessKind kind)
    {
        if (bots.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (BotState bot in bots)
        {
            WriteBot(bot, kind);
        }

        writer.WriteEndArray();
    }

    private void WriteBot(BotState bot, ProcessKind kind)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, bot.BotId);
        WriteVariables(bot, programs.Find(bot.BotId, kind));
        StateJson.WriteValue(writer, "answer", bot.Answer);
        StateJson.WriteValue(writer, "error", bot.Error);
        if (!bot.Frames.IsEmpty)
        {
            writer.WriteStartArray("frames"u8);
            foreach (Frame frame in bot.Frames)
            {
                WriteFrame(frame);
            }

            writer.WriteEndArray();
        }

        if (!bot.OnceCounters.IsEmpty)
        {
            writer.WriteStartObject("once"u8);
            foreach (KeyValuePair<string, int> counter in bot.OnceCounters.OrderBy(static counter => counter.Key, StringComparer.Ordinal))
            {
                writer.WriteNumber(counter.Key, counter.Value);
            }

            writer.WriteEndObject();
        }

        StateJson.WriteTexts(writer, "history", bot.History);
        writer.WriteEndObject();
    }

    private void WriteVariables(BotState bot, ScriptProgram? program)
    {
        writer.WriteStartObject("variables"u8);
        ReadOnlySpan<JsonEncodedText> names = program is null ? [] : programs.VariableNamesOf(program);
        int known = Math.Min(bot.Variables.Length, names.Length);
        for (int i = 0; i < known; i++)
        {
            StateJson.WriteValue(writer, names[i], bot.Variables[i]);
        }

        if (!bot.OtherVariables.IsEmpty)
        {
            foreach (KeyValuePair<string, Value> variable in bot.OtherVariables.OrderBy(static variable => variable.Key, StringComparer.Ordinal))
            {
                StateJson.WriteValue(writer, variable.Key, variable.Value);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteFrame(Frame frame)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, frame.Id);
        writer.WriteString("kind"u8, StateNames.Of(frame.Kind));
        if (frame.Procedure is { } procedure)
        {
            writer.WriteString("procedure"u8, StateNames.Of(procedure.Kind));
            writer.WriteNumber("step"u8, procedure.Step);
            StateJson.WriteMap(writer, "data", procedure.Data);
        }

        if (frame.Declaration is { } declaration)
        {
            writer.WriteString("declaration"u8, declaration.Identity);
            writer.WriteString("hash"u8, outlines.Of(declaration.Body).Hash);
            if (frame.IsEntered)
            {
                WritePosition(frame, declaration.Body);
            }
        }

        StateJson.WriteFlag(writer, "entered", frame.IsEntered);
        WriteWait(frame);
        if (frame.PromptCount > 0)
        {
            writer.WriteNumber("prompts"u8, frame.PromptCount);
        }

        WriteAnswers(frame);
        WriteQuery(frame.Query);
        writer.WriteEndObject();
    }

    private void WritePosition(Frame frame, BoundBody body)
    {
        // A frame that has not begun stands at its first statement.
        int current = Math.Min(frame.Current, body.Code.Length - 1);
        if (current >= 0)
        {
            writer.WriteString("at"u8, body.IdentityOf(current));
            writer.WriteNumber("offset"u8, frame.Position - current);
            if (frame.Wait is null)
            {
                writer.WriteString("trail"u8, outlines.Of(body).TrailAfter(current));
            }
        }

        WriteLocals(frame, body);
        WriteLoops(frame, body);
    }

    private void WriteLocals(Frame frame, BoundBody body)
    {
        if (Array.TrueForAll(frame.Locals, static local => local.IsNil))
        {
            return;
        }

        writer.WriteStartObject("locals"u8);
        for (int i = 0; i < frame.Locals.Length && i < body.LocalNames.Length; i++)
        {
            StateJson.WriteValue(writer, body.LocalNames[i], frame.Locals[i]);
        }

        writer.WriteEndObject();
    }

    private void WriteLoops(Frame frame, BoundBody body)
    {
        if (Array.TrueForAll(frame.Loops, static loop => loop is null))
        {
            return;
        }

        writer.WriteStartArray("loops"u8);
        for (int i = 0; i < body.Code.Length; i++)
        {
            if (body.Code[i] is RepeatStatement repeat && repeat.Loop < frame.Loops.Length && frame.Loops[repeat.Loop] is { } loop)
            {
                WriteLoop(body.IdentityOf(i), loop);
            }
        }

        writer.WriteEndArray();
    }

    private void WriteLoop(string identity, LoopState loop)
    {
        writer.WriteStartObject();
        writer.WriteString("at"u8, identity);
        StateJson.WriteValue(writer, "items", LoopRemainder.ItemsOf(loop));
        bool isCut = LoopRemainder.IsCut(loop);
        if (!isCut)
        {
            writer.WriteNumber("next"u8, loop.Next);
        }

        if (loop.Count is { } count)
        {
            writer.WriteNumber("count"u8, isCut ? count - loop.Next : count);
        }

        writer.WriteEndObject();
    }

    private void WriteWait(Frame frame)
    {
        switch (frame.Wait)
        {
            case AskWait ask:
                writer.WriteString("wait"u8, "ask"u8);
                StateJson.WriteValue(writer, "expecting", ask.Expecting);
                StateJson.WriteText(writer, "timer", ask.TimerId);
                break;
            case PromptWait:
                writer.WriteString("wait"u8, "prompt"u8);
                break;
            case AwaitWait waiting:
                writer.WriteString("wait"u8, "await"u8);
                writer.WriteString("event"u8, waiting.EventName);
                break;
            case DialWait:
                writer.WriteString("wait"u8, "dial"u8);
                break;
            case SwitchWait:
                writer.WriteString("wait"u8, "switch"u8);
                break;
            case { } unknown:
                throw new InvalidOperationException($"Waits of the type {unknown.GetType().Name} are not saved.");
        }

        if (frame.Interruption != Interruption.None)
        {
            writer.WriteString("interruption"u8, StateNames.Of(frame.Interruption));
        }

        StateJson.WriteFlag(writer, "timed_out", frame.HasTimedOut);
    }

    private void WriteAnswers(Frame frame)
    {
        if (frame.Replay is not { } replay)
        {
            return;
        }

        if (replay.Answers.Length > 0)
        {
            StateJson.WriteValue(writer, "answers", ListValue.From(replay.Answers));
        }

        StateJson.WriteTime(writer, "statement_time", replay.Time);
    }
}
