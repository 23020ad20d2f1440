using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>Visits the calls and commands of a body in no particular order; gives up on nesting that the binder refuses anyway.</summary>
internal abstract class SyntaxWalker
{
    public void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Visit(statement);
        }
    }

    protected virtual void OnCall(CallExpression call)
    {
    }

    protected virtual void OnCommand(CommandStatement command)
    {
    }

    protected void Visit(Expression? expression)
    {
        if (expression is null || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        switch (expression)
        {
            case CallExpression call:
                OnCall(call);
                VisitAll(call.Arguments);
                break;
            case StringExpression text:
                foreach (StringPart part in text.Parts)
                {
                    Visit((part as InterpolationPart)?.Expression);
                }

                break;
            case TranslateExpression translate:
                Visit(translate.Operand);
                break;
            case ListExpression list:
                VisitAll(list.Items);
                break;
            case MapExpression map:
                foreach (MapEntry entry in map.Entries)
                {
                    Visit(entry.KeyExpression);
                    Visit(entry.Value);
                }

                break;
            case UnaryExpression unary:
                Visit(unary.Operand);
                break;
            case BinaryExpression binary:
                VisitBinary(binary);
                break;
            case FieldExpression field:
                Visit(field.Target);
                break;
            case IndexExpression index:
                Visit(index.Target);
                Visit(index.Index);
                break;
            case QueryExpression query:
                Visit(query.Target);
                VisitAll(query.Terms);
                break;
        }
    }

    private void VisitBinary(BinaryExpression binary)
    {
        Visit(binary.Left);
        if (binary is { Operator: BinaryOperator.Pipe, Right: NameExpression name })
        {
            OnCall(new CallExpression(null, new Identifier(name.Name), [], IsParenthesized: true));
        }

        Visit(binary.Right);
    }

    private void Visit(Statement statement)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        switch (statement)
        {
            case ExpressionStatement expression:
                Visit(expression.Expression);
                break;
            case AssignStatement assign:
                Visit(assign.Target);
                Visit(assign.Value);
                VisitCommand(assign.Command);
                break;
            case CommandStatement command:
                VisitCommand(command);
                break;
            case ButtonsStatement buttons:
                VisitAll(buttons.Arguments);
                VisitCases(buttons.Cases);
                break;
            case IfStatement condition:
                Visit(condition.Condition);
                Visit(condition.Then);
                Visit(condition.Else ?? Block.Empty);
                break;
            case BranchStatement branch:
                Visit(branch.Subject);
                VisitCases(branch.Cases);
                Visit(branch.Else ?? Block.Empty);
                break;
            case RepeatStatement repeat:
                Visit(repeat.Source);
                Visit(repeat.Body);
                break;
            case RandomStatement random:
                Visit(random.Body);
                break;
            case OnceStatement once:
                Visit(once.Body);
                Visit(once.After ?? Block.Empty);
                break;
        }
    }

    private void VisitCommand(CommandStatement? command)
    {
        if (command is not null)
        {
            OnCommand(command);
            VisitAll(command.Arguments);
        }
    }

    private void VisitCases(ImmutableArray<BranchCase> cases)
    {
        foreach (BranchCase branchCase in cases)
        {
            Visit(branchCase.Test);
            Visit(branchCase.Body);
        }
    }

    private void VisitAll(ImmutableArray<Argument> arguments)
    {
        foreach (Argument argument in arguments)
        {
            Visit(argument.Value);
        }
    }
}
