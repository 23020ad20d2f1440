namespace Bubblescript.Interpretation;

/// <summary>The runtime's own work on an input, which hooks and tasks can suspend between its steps.</summary>
internal enum ProcedureKind
{
    /// <summary>Opening (execution model, section 3).</summary>
    Open,

    /// <summary>A user message (section 4).</summary>
    Message,

    /// <summary>An event (section 5.1).</summary>
    Event,

    /// <summary>A location pin (section 5.2).</summary>
    Location,

    /// <summary>An upload (section 5.3).</summary>
    Attachment,

    /// <summary>The end of a session (section 5.5).</summary>
    SessionTimeout,

    /// <summary>Being picked up again (section 5.6).</summary>
    Resume,

    /// <summary>The end of the conversation (section 5.7).</summary>
    Close,

    /// <summary>A bot that was switched to (section 7.1).</summary>
    SwitchedBot,
}
