using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The top-level dialogs of a program that messages can start, in resolution order.</summary>
internal sealed class TriggerTable(ScriptProgram program)
{
    private readonly ImmutableArray<BoundDialog> _dialogs =
        [.. program.Dialogs.Where(static dialog => dialog.Trigger is not null || dialog.Label is not null)];

    /// <summary>The dialogs that may match the message; none that matches is left out.</summary>
    public IEnumerable<BoundDialog> Candidates(Turn turn, RecordValue message) => _dialogs;
}
