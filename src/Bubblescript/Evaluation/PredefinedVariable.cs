namespace Bubblescript.Evaluation;

/// <summary>The variables that the runtime sets (language reference, section 4.1).</summary>
internal enum PredefinedVariable
{
    User,
    Bot,
    Conversation,
    Message,
    Answer,
    Location,
    Attachment,
    Event,
    Request,
    Dialog,
    Error,
    ScheduleId,
    SessionId,
    Group,
    Visitor,
    Debugging,
}
