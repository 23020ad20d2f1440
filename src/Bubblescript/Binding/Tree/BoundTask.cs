using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Binding.Tree;

/// <summary>A task: named, for an event, a hook or <c>__init__</c> (language reference, section 9).</summary>
internal sealed class BoundTask(string identity, SourcePlace place, EvaluationNode? guard, string? name) : BoundDeclaration(identity, place, guard)
{
    public string? Name { get; } = name;

    /// <summary><c>event:</c>.</summary>
    public string? EventName { get; init; }

    /// <summary><c>before:</c>: a dialog's name, <c>__user_message__</c> or <c>__resolve__</c>.</summary>
    public string? Before { get; init; }

    /// <summary>The slot of <c>_args</c> in the body's locals, or -1.</summary>
    public int ArgumentsSlot { get; set; } = -1;

    /// <summary>What <c>declare task</c> says about it; nil schemas check nothing.</summary>
    public TaskDeclaration? Declaration { get; set; }
}
