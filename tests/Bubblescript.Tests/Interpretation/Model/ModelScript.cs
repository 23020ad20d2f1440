namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>A random script.</summary>
/// <param name="Dialogs">The top-level dialogs in file order.</param>
/// <param name="EventTasks">The events that a task handles.</param>
internal sealed record ModelScript(IReadOnlyList<ModelDialog> Dialogs, IReadOnlyList<string> EventTasks);
