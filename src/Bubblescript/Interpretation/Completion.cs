namespace Bubblescript.Interpretation;

/// <summary>How a statement ended. Errors and waits for the outside are in <see cref="Turn.Failure"/>.</summary>
internal enum Completion
{
    /// <summary>The frame goes on at its position.</summary>
    Next,

    /// <summary>The stack or the wait of the frame changed: the loop looks again.</summary>
    Yield,

    /// <summary>An error or a suspension.</summary>
    Failed,
}
