using System.Collections.Immutable;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;
using AssignStatement = Bubblescript.Syntax.Tree.AssignStatement;

namespace Bubblescript.Binding;

/// <summary>Assignments and the paths that statements write (queries and paths, section 6).</summary>
internal sealed partial class StatementBinder
{
    private void BindAssign(AssignStatement assign)
    {
        AssignmentTarget? target = BindTarget(assign.Target);
        if (assign.Command is { } command)
        {
            BindCommand(command, target, assign);
            return;
        }

        EvaluationNode value = _expressions.Bind(assign.Value!, CommandDescriptors.WordsWithValue);
        if (target is not null)
        {
            _body.Emit(new Tree.AssignStatement(PlaceOf(assign), target, value), "assign", assign.Span);
        }
    }

    /// <summary>The variable or path that an expression names; null when it is none, which has been reported.</summary>
    /// <param name="path">The expression.</param>
    /// <param name="isChecked">Whether a function may not change it; false where the statement itself has been refused.</param>
    private AssignmentTarget? BindTarget(Expression path, bool isChecked = true)
    {
        if (path is NameExpression variable)
        {
            return MakeTarget(variable, [], PlaceOf(path), isChecked);
        }

        List<PathStepNode> steps = [];
        Expression root = path;
        while (TakeStep(root, out PathStepNode? step) is { } rest)
        {
            steps.Add(step!);
            root = rest;
        }

        steps.Reverse();
        switch (root)
        {
            case NameExpression name:
                return MakeTarget(name, [.. steps], PlaceOf(path), isChecked);
            case ErrorExpression:
                return null;
            case ConstantExpression constant:
                Session.Report(Descriptors.InvalidAssignment, PlaceOf(root), $"the constant '@{constant.Name}' cannot be changed", "assign its value to a variable first");
                return null;
            default:
                Session.Report(Descriptors.InvalidAssignment, PlaceOf(root), "a variable is needed here", "write for example 'total' or 'user.name'");
                return null;
        }
    }

    private Expression? TakeStep(Expression path, out PathStepNode? step)
    {
        switch (path)
        {
            case FieldExpression field:
                step = new PathStepNode(field.Name.Text, null);
                return field.Target;
            case IndexExpression index:
                EvaluationNode operand = _expressions.Bind(index.Index);
                string? key = operand is LiteralNode { Value: var value } ? value.AsText() : null;
                step = key is null ? new PathStepNode(null, operand) : new PathStepNode(key, null);
                return index.Target;
            case QueryExpression query:
                EvaluationNode terms = _expressions.BindKeywords(query.Terms.AsSpan(), _expressions.PlaceOf(query.Terms.AsSpan()));
                _expressions.CheckLiteralQuery(terms);
                step = new PathStepNode(null, terms);
                return query.Target;
            default:
                step = null;
                return null;
        }
    }

    private AssignmentTarget MakeTarget(NameExpression name, ImmutableArray<PathStepNode> steps, SourcePlace place, bool isChecked)
    {
        if (name.Name.StartsWith('_'))
        {
            return new AssignmentTarget(VariableScope.Local, name.Name, _body.LocalSlot(name.Name), steps, place);
        }

        if (isChecked && _body.Kind == BodyKind.Function)
        {
            Session.Report(
                Descriptors.ImpureFunction,
                PlaceOf(name),
                $"a function cannot change the variable '{name.Name}'",
                $"use a local variable such as '_{name.Name}', or a task");
        }

        return PredefinedVariables.TryGet(name.Name, out PredefinedVariable predefined)
            ? new AssignmentTarget(VariableScope.Predefined, name.Name, (int)predefined, steps, place)
            : new AssignmentTarget(VariableScope.Process, name.Name, _body.Program.SlotOf(name.Name), steps, place);
    }
}
