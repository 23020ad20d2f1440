using System.Collections.Immutable;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>A dialog, at top level or inside another one (language reference, section 8).</summary>
internal sealed class BoundDialog(string identity, SourcePlace place, EvaluationNode? guard, string? name, string displayName)
    : BoundDeclaration(identity, place, guard)
{
    public string? Name { get; } = name;

    /// <summary>The name, or the generated one of section 4.1, as <c>dialog.stack</c> shows it.</summary>
    public string DisplayName { get; } = displayName;

    /// <summary><c>trigger:</c>; a BML text, a list, an intent or an entity matcher.</summary>
    public EvaluationNode? Trigger { get; init; }

    /// <summary><c>event:</c>.</summary>
    public string? EventName { get; init; }

    /// <summary><c>no_context: true</c>.</summary>
    public bool IsWithoutContext { get; init; }

    /// <summary><c>location:</c>.</summary>
    public EvaluationNode? Location { get; init; }

    /// <summary><c>radius:</c> in metres; null is 200.</summary>
    public EvaluationNode? Radius { get; init; }

    /// <summary><c>attachment:</c>; an atom or a list of atoms.</summary>
    public EvaluationNode? Attachment { get; init; }

    /// <summary><c>label:</c>.</summary>
    public EvaluationNode? Label { get; init; }

    /// <summary>The dialogs declared inside, in text order.</summary>
    public ImmutableArray<BoundDialog> InnerDialogs { get; set; } = [];

    /// <summary>Whether the library brought this dialog: a default platform dialog.</summary>
    public bool IsDefault { get; init; }
}
