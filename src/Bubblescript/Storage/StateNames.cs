using Bubblescript.Interpretation;

namespace Bubblescript.Storage;

/// <summary>Names of enumeration members in saved states. Part of the format: never change one.</summary>
internal static class StateNames
{
    public static string Of(ProcessKind kind) => kind switch
    {
        ProcessKind.Conversation => "conversation",
        ProcessKind.Master => "master",
        _ => "group",
    };

    public static ProcessKind ReadProcessKind(string name) => name switch
    {
        "conversation" => ProcessKind.Conversation,
        "master" => ProcessKind.Master,
        "group" => ProcessKind.Group,
        _ => throw new StateFormatException($"'{name}' is no kind of process."),
    };

    public static string Of(ProcessStatus status) => status switch
    {
        ProcessStatus.New => "new",
        ProcessStatus.Live => "live",
        _ => "closed",
    };

    public static ProcessStatus ReadStatus(string name) => name switch
    {
        "new" => ProcessStatus.New,
        "live" => ProcessStatus.Live,
        "closed" => ProcessStatus.Closed,
        _ => throw new StateFormatException($"'{name}' is no status of a process."),
    };

    public static string Of(TimerKind kind) => kind switch
    {
        TimerKind.Ask => "ask",
        TimerKind.Session => "session",
        _ => "schedule",
    };

    public static TimerKind ReadTimerKind(string name) => name switch
    {
        "ask" => TimerKind.Ask,
        "session" => TimerKind.Session,
        "schedule" => TimerKind.Schedule,
        _ => throw new StateFormatException($"'{name}' is no kind of timer."),
    };

    public static string Of(FrameKind kind) => kind switch
    {
        FrameKind.Dialog => "dialog",
        FrameKind.Task => "task",
        FrameKind.Handler => "handler",
        _ => "procedure",
    };

    public static FrameKind ReadFrameKind(string name) => name switch
    {
        "dialog" => FrameKind.Dialog,
        "task" => FrameKind.Task,
        "handler" => FrameKind.Handler,
        "procedure" => FrameKind.Procedure,
        _ => throw new StateFormatException($"'{name}' is no kind of frame."),
    };

    public static string Of(ProcedureKind kind) => kind switch
    {
        ProcedureKind.Open => "open",
        ProcedureKind.Message => "message",
        ProcedureKind.Event => "event",
        ProcedureKind.Location => "location",
        ProcedureKind.Attachment => "attachment",
        ProcedureKind.SessionTimeout => "session_timeout",
        ProcedureKind.Resume => "resume",
        ProcedureKind.Close => "close",
        _ => "switched_bot",
    };

    public static ProcedureKind ReadProcedureKind(string name) => name switch
    {
        "open" => ProcedureKind.Open,
        "message" => ProcedureKind.Message,
        "event" => ProcedureKind.Event,
        "location" => ProcedureKind.Location,
        "attachment" => ProcedureKind.Attachment,
        "session_timeout" => ProcedureKind.SessionTimeout,
        "resume" => ProcedureKind.Resume,
        "close" => ProcedureKind.Close,
        "switched_bot" => ProcedureKind.SwitchedBot,
        _ => throw new StateFormatException($"'{name}' is no procedure."),
    };

    public static string Of(Interruption interruption) => interruption switch
    {
        Interruption.Interrupted => "interrupted",
        Interruption.Returned => "returned",
        _ => "none",
    };

    public static Interruption ReadInterruption(string? name) => name switch
    {
        null or "none" => Interruption.None,
        "interrupted" => Interruption.Interrupted,
        "returned" => Interruption.Returned,
        _ => throw new StateFormatException($"'{name}' is no interruption."),
    };
}
