using System.Text.Json;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>
/// Reads saved frames and finds their places in the scripts as they are now: a frame of an unchanged dialog goes on exactly, one of a changed dialog at
/// the same statement, else from the top if it waits and behind the statement if it has called another dialog; the frame of a dialog that is gone is
/// dropped (execution model, section 9).
/// </summary>
internal sealed class FrameReader(ProgramCatalog programs, BodyOutlines outlines, LoadReport report, ScriptProgram program)
{
    /// <summary>The frame, or null when its dialog is gone.</summary>
    public Frame? Read(JsonElement element)
    {
        FrameKind kind = StateNames.ReadFrameKind(element.GetProperty("kind").GetString()!);
        long id = element.GetProperty("id").GetInt64();
        if (kind == FrameKind.Procedure)
        {
            return new Frame { Kind = kind, Id = id, Procedure = ReadProcedure(element), IsEntered = true };
        }

        string identity = element.GetProperty("declaration").GetString()!;
        BoundDeclaration? declaration = programs.FindDeclaration(program, identity);
        if (declaration is null)
        {
            report.AddDrop($"'{identity}' is gone; its place on the stack was dropped");
            return null;
        }

        Frame frame = new() { Kind = kind, Id = id, Declaration = declaration, IsEntered = StateJson.ReadFlag(element, "entered"), Query = ReadQuery(element) };
        if (frame.IsEntered)
        {
            ReadPlace(element, frame, declaration);
        }

        return frame;
    }

    /// <summary>The query that a frame or a turn handles, or null.</summary>
    public static QueryReference? ReadQuery(JsonElement element) => element.TryGetProperty("query", out JsonElement query)
        ? new QueryReference(query.GetProperty("asker").GetString()!, query.GetProperty("call").GetString()!)
        : null;

    private static Procedure ReadProcedure(JsonElement element) => new(
        StateNames.ReadProcedureKind(element.GetProperty("procedure").GetString()!),
        element.GetProperty("step").GetInt32(),
        StateJson.ReadMap(element, "data"));

    private void ReadPlace(JsonElement element, Frame frame, BoundDeclaration declaration)
    {
        BoundBody body = declaration.Body;
        frame.Locals = body.LocalNames.IsEmpty ? [] : new Value[body.LocalNames.Length];
        frame.Loops = body.LoopCount == 0 ? [] : new LoopState?[body.LoopCount];
        WaitState? wait = ReadWait(element);
        if (TryFindStatement(element, body, out int current))
        {
            frame.Current = current;
            frame.Position = Math.Clamp(current + StateJson.ReadCount(element, "offset"), 0, body.Code.Length);
            ReadRest(element, frame, body, wait);
            CountFound(element, declaration);
        }
        else if (wait is null or SwitchWait)
        {
            // What it called comes back; it goes on with the next statement that is left.
            frame.Position = outlines.Of(body).FindFirst(StateJson.ReadText(element, "trail") ?? "");
            frame.Current = Math.Min(frame.Position, Math.Max(body.Code.Length - 1, 0));
            frame.Wait = wait;
            ReadLocals(element, frame, body);
            ReadLoops(element, frame, body);
            report.AddRestart($"the statement where '{declaration.Identity}' stood is gone; it goes on behind it");
        }
        else
        {
            report.AddRestart($"the question where '{declaration.Identity}' waited is gone; it starts from its top");
        }
    }

    private static bool TryFindStatement(JsonElement element, BoundBody body, out int current)
    {
        string? at = StateJson.ReadText(element, "at");
        current = at is null ? 0 : body.FindPosition(at);
        return current >= 0;
    }

    private void CountFound(JsonElement element, BoundDeclaration declaration)
    {
        if (string.Equals(StateJson.ReadText(element, "hash"), outlines.Of(declaration.Body).Hash, StringComparison.Ordinal))
        {
            report.CountExact();
        }
        else
        {
            report.AddReentry($"'{declaration.Identity}' has changed; it goes on at the statement where it stood");
        }
    }

    private static void ReadRest(JsonElement element, Frame frame, BoundBody body, WaitState? wait)
    {
        ReadLocals(element, frame, body);
        ReadLoops(element, frame, body);
        frame.Wait = wait;
        frame.Interruption = StateNames.ReadInterruption(StateJson.ReadText(element, "interruption"));
        frame.HasTimedOut = StateJson.ReadFlag(element, "timed_out");
        frame.PromptCount = StateJson.ReadCount(element, "prompts");
        if (element.TryGetProperty("statement_time", out JsonElement time))
        {
            frame.Replay = new StatementReplay(StateJson.ReadTime(time), [.. StateJson.ReadValue(element, "answers").AsList() ?? ListValue.Empty]);
        }
    }

    private static void ReadLocals(JsonElement element, Frame frame, BoundBody body)
    {
        if (!element.TryGetProperty("locals", out JsonElement locals))
        {
            return;
        }

        foreach (JsonProperty local in locals.EnumerateObject())
        {
            int slot = body.LocalNames.IndexOf(local.Name);
            if (slot >= 0)
            {
                frame.Locals[slot] = StateValueReader.Read(local.Value);
            }
        }
    }

    private static void ReadLoops(JsonElement element, Frame frame, BoundBody body)
    {
        if (!element.TryGetProperty("loops", out JsonElement loops))
        {
            return;
        }

        foreach (JsonElement loop in loops.EnumerateArray())
        {
            int position = body.FindPosition(loop.GetProperty("at").GetString()!);
            if (position >= 0 && body.Code[position] is RepeatStatement repeat)
            {
                long next = loop.TryGetProperty("next", out JsonElement round) ? round.GetInt64() : 0;
                long? count = loop.TryGetProperty("count", out JsonElement rounds) ? rounds.GetInt64() : null;
                frame.Loops[repeat.Loop] = new LoopState(StateJson.ReadValue(loop, "items"), next, count);
            }
        }
    }

    private static WaitState? ReadWait(JsonElement element) => StateJson.ReadText(element, "wait") switch
    {
        null => null,
        "ask" => AskWait.For(StateJson.ReadValue(element, "expecting"), StateJson.ReadText(element, "timer")),
        "prompt" => new PromptWait(),
        "await" => new AwaitWait(element.GetProperty("event").GetString()!),
        "dial" => new DialWait(),
        "switch" => new SwitchWait(),
        var kind => throw new StateFormatException($"'{kind}' is nothing to wait for."),
    };
}
