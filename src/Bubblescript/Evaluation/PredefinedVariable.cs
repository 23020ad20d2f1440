namespace Bubblescript.Evaluation;

/// <summary>
/// The variables that the runtime sets (language reference, section 4.1). Those that nearly every process has come first, because a state keeps them up to
/// the last one that is set.
/// </summary>
internal enum PredefinedVariable
{
    SessionId,
    Debugging,
    Message,
    Event,
    Group,
    ScheduleId,
    Location,
    Attachment,
    Request,
    Visitor,
    Conversation,
    Bot,
    User,
    Answer,
    Error,
    Dialog,
}
