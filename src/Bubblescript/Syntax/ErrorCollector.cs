using System.Collections.Immutable;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Syntax;

/// <summary>Gathers the errors that parsers left in a tree.</summary>
internal sealed class ErrorCollector
{
    private readonly List<SyntaxError> _errors = [];

    public static IReadOnlyList<SyntaxError> Collect(ImmutableArray<ScriptItem> items)
    {
        ErrorCollector collector = new();
        foreach (ScriptItem item in items)
        {
            collector.Visit(item);
        }

        return collector._errors;
    }

    private void Visit(ScriptItem item)
    {
        switch (item)
        {
            case ConstantItem { Value: ErrorExpression { Error: { } error } }:
                _errors.Add(error);
                break;
            case DialogItem dialog:
                Visit(dialog.Declaration.Body);
                break;
            case TaskItem task:
                Visit(task.Body);
                break;
            case FunctionItem function:
                Visit(function.Body);
                break;
            case TestItem test:
                Visit(test.Body);
                break;
            case ErrorItem broken:
                Visit(broken.Skipped);
                break;
            default:
                break;
        }
    }

    private void Visit(Block? block)
    {
        foreach (Statement statement in block is null ? [] : block.Statements)
        {
            Visit(statement);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case ErrorStatement error:
                if (error.Error is not null)
                {
                    _errors.Add(error.Error);
                }

                Visit(error.Skipped);
                break;
            case DialogStatement dialog:
                Visit(dialog.Declaration.Body);
                break;
            case IfStatement conditional:
                Visit(conditional.Then);
                Visit(conditional.Else);
                break;
            case BranchStatement branch:
                Visit(branch.Cases);
                Visit(branch.Else);
                break;
            case ButtonsStatement buttons:
                Visit(buttons.Cases);
                break;
            case RepeatStatement repeat:
                Visit(repeat.Body);
                break;
            case RandomStatement random:
                Visit(random.Body);
                break;
            case OnceStatement once:
                Visit(once.Body);
                Visit(once.After);
                break;
            default:
                break;
        }
    }

    private void Visit(ImmutableArray<BranchCase> cases)
    {
        foreach (BranchCase branchCase in cases)
        {
            if (branchCase.Test is ErrorExpression { Error: { } error })
            {
                _errors.Add(error);
            }

            Visit(branchCase.Body);
        }
    }
}
