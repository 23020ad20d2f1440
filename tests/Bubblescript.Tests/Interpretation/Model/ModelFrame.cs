namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>A frame as the execution model describes it.</summary>
internal sealed class ModelFrame(ModelDialog dialog)
{
    public ModelDialog Dialog { get; } = dialog;

    public int Position { get; set; }

    /// <summary>The ask, prompt or await that waits, or null.</summary>
    public ModelStatement? Wait { get; set; }

    public bool IsInterrupted { get; set; }

    /// <summary><c>__returning__</c> has run for this interruption.</summary>
    public bool HasReturned { get; set; }

    public bool HasTimedOut { get; set; }

    public int TimesShown { get; set; }

    public ModelTimer? Timer { get; set; }
}
