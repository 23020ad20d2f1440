using System.Collections.Immutable;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>
/// A statement word with its checked arguments. Names (<c>invoke name</c>, <c>goto name</c>, <c>perform name</c>, <c>dialog:</c>,
/// <c>timeout_dialog:</c>) are in <see cref="Name"/>; paths (<c>remember</c>, <c>forget</c>, <c>unset</c>) in <see cref="Path"/>.
/// </summary>
internal sealed class CommandStatement(
    SourcePlace place,
    CommandKind kind,
    ImmutableArray<EvaluationNode> arguments,
    ImmutableArray<CommandOption> options) : BoundStatement(place)
{
    public CommandKind Kind { get; } = kind;

    /// <summary>The positional arguments. A payload given as keywords (<c>emit "x", a: 1</c>) is one map node here, behind the name.</summary>
    public ImmutableArray<EvaluationNode> Arguments { get; } = arguments;

    /// <summary>Whether the arguments only read, so that a statement that starts again need not evaluate them again.</summary>
    public bool HasPureArguments { get; } = arguments.All(static argument => argument.IsPure);

    /// <summary>The options that are expressions, in the order written.</summary>
    public ImmutableArray<CommandOption> Options { get; } = options;

    /// <summary>What the result of <c>ask</c>, <c>perform</c> or <c>query</c> is assigned to.</summary>
    public AssignmentTarget? Target { get; init; }

    /// <summary>The dialog of <c>invoke</c>, <c>goto</c>, <c>prompt dialog:</c>, <c>switch_bot dialog:</c>, <c>return_bot dialog:</c>, <c>ask timeout_dialog:</c>; the task of <c>perform</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>invoke name, :reset</c>.</summary>
    public bool IsReset { get; init; }

    /// <summary>The path of <c>remember</c>, <c>forget</c>, <c>unset</c>.</summary>
    public AssignmentTarget? Path { get; init; }

    /// <summary>The cases of <c>buttons</c>.</summary>
    public ImmutableArray<ButtonCase> Buttons { get; init; } = [];

    protected override bool HasSuspendingPart => Kind == CommandKind.Query
        || NodeList.MaySuspend(Arguments.AsSpan())
        || Options.Any(static option => option.Value.MaySuspend)
        || Buttons.Any(static button => button.Title.MaySuspend || NodeList.MaySuspend(button.Arguments.AsSpan()));

    /// <summary>The expression of an option, or null.</summary>
    public EvaluationNode? Option(string name)
    {
        foreach (CommandOption option in Options)
        {
            if (string.Equals(option.Name, name, StringComparison.Ordinal))
            {
                return option.Value;
            }
        }

        return null;
    }
}
