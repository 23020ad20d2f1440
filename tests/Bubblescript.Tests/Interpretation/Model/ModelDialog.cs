namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>A random dialog: a head, a guard on the variable <c>flag</c>, statements and inner dialogs.</summary>
internal sealed class ModelDialog
{
    public string? Name { get; init; }

    public string? Trigger { get; init; }

    public string? Event { get; init; }

    public string? Label { get; init; }

    /// <summary>What <c>flag</c> must be; null without guard.</summary>
    public bool? Guard { get; init; }

    public List<ModelStatement> Code { get; } = [];

    public List<ModelDialog> Inner { get; } = [];

    public string DisplayName => Name ?? Trigger ?? (Event is null ? "label " + Label : "event " + Event);
}
