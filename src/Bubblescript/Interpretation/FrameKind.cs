namespace Bubblescript.Interpretation;

/// <summary>What a frame runs.</summary>
internal enum FrameKind : byte
{
    /// <summary>A dialog; the only kind that scripts see in <c>dialog.stack</c>.</summary>
    Dialog,

    /// <summary>A task called by <c>perform</c>: an error in it drops the calling dialog too.</summary>
    Task,

    /// <summary>A task that the runtime started: for an event, a hook, <c>__init__</c>.</summary>
    Handler,

    /// <summary>A step of the runtime's own work on an input, see <see cref="Procedure"/>.</summary>
    Procedure,
}
