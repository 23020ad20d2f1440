using System.Collections.Immutable;
using Bubblescript.Binding.Tree;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using AssignStatement = Bubblescript.Syntax.Tree.AssignStatement;
using CommandStatement = Bubblescript.Syntax.Tree.CommandStatement;
using OnceStatement = Bubblescript.Syntax.Tree.OnceStatement;
using RandomStatement = Bubblescript.Syntax.Tree.RandomStatement;
using RepeatStatement = Bubblescript.Syntax.Tree.RepeatStatement;

namespace Bubblescript.Binding;

/// <summary>Flattens the statements of a body into code (language reference, section 7).</summary>
internal sealed partial class StatementBinder
{
    private readonly BodyScope _body;
    private readonly ExpressionBinder _expressions;

    private StatementBinder(BodyScope body)
    {
        _body = body;
        _expressions = new ExpressionBinder(body, body.Source);
    }

    private BindingSession Session => _body.Session;

    /// <summary>The code of a whole body.</summary>
    public static BoundBody Bind(BodyScope body, Block block)
    {
        new StatementBinder(body).BindBlock(block, isBody: true);
        return body.Complete();
    }

    private SourcePlace PlaceOf(SyntaxNode node) => new(_body.Source, node.Span);

    private void BindBlock(Block block, bool isBody = false)
    {
        string? ended = null;
        foreach (Statement statement in block.Statements)
        {
            if (statement is DialogStatement dialog)
            {
                CheckInnerDialog(dialog, isBody);
                continue;
            }

            if (ended is not null)
            {
                Session.Report(Descriptors.UnreachableStatement, PlaceOf(statement), $"unreachable statement: '{ended}' stands before it");
                ended = null;
            }

            BindStatement(statement);
            if (statement is CommandStatement command && CommandDescriptors.Find(command.Word.Text) is { EndsBlock: true })
            {
                ended = command.Word.Text;
            }
        }
    }

    private void CheckInnerDialog(DialogStatement dialog, bool isBody)
    {
        if (isBody && _body.Kind == BodyKind.Dialog)
        {
            return;
        }

        SourcePlace word = new(_body.Source, dialog.Span with { Length = "dialog".Length });
        string where = _body.Kind == BodyKind.Dialog
            ? "an inner dialog stands among the statements of a dialog, not inside another block"
            : $"a dialog cannot be declared in {BodyKindText.WithArticle(_body.Kind)}";
        Session.Report(Descriptors.MisplacedDialog, word, where, "move it out of the block");
    }

    private void BindStatement(Statement statement)
    {
        switch (statement)
        {
            case AssignStatement assign:
                BindAssign(assign);
                break;
            case CommandStatement command:
                BindCommand(command, target: null, command);
                break;
            case ExpressionStatement expression:
                BindExpressionStatement(expression);
                break;
            case IfStatement condition:
                BindIf(condition);
                break;
            case BranchStatement branch:
                BindBranch(branch);
                break;
            case RepeatStatement repeat:
                BindRepeat(repeat);
                break;
            case RandomStatement random:
                BindRandom(random);
                break;
            case OnceStatement once:
                BindOnce(once);
                break;
            case ButtonsStatement buttons:
                BindButtons(buttons);
                break;
            case ErrorStatement:
                break;
            default:
                throw new InvalidOperationException($"The statement {statement.GetType().Name} has no executable form.");
        }
    }

    private void BindExpressionStatement(ExpressionStatement statement)
    {
        EvaluationNode node = _expressions.Bind(statement.Expression, CommandDescriptors.Words);
        if (!IsCall(statement.Expression))
        {
            string? hint = statement.Expression is NameExpression name ? NameSuggestion.Hint(name.Name, CommandDescriptors.Words) : null;
            Session.Report(Descriptors.UnusedValue, PlaceOf(statement), "the value is not used", hint);
        }

        _body.Emit(new EvaluateStatement(PlaceOf(statement), node), "evaluate", statement.Span);
    }

    private static bool IsCall(Expression expression) =>
        expression is CallExpression or ErrorExpression or BinaryExpression { Operator: BinaryOperator.Pipe };

    private void BindIf(IfStatement statement)
    {
        CodeLabel otherwise = new();
        EvaluationNode condition = _expressions.Bind(statement.Condition);
        string kind = statement.IsUnless ? "unless" : "if";
        _body.Emit(new ConditionalJumpStatement(PlaceOf(statement.Condition), condition, statement.IsUnless, otherwise), kind, statement.Condition.Span);
        BindBlock(statement.Then);
        if (statement.Else is null)
        {
            _body.Mark(otherwise);
            return;
        }

        CodeLabel end = new();
        _body.EmitJump(PlaceOf(statement), end);
        _body.Mark(otherwise);
        BindBlock(statement.Else);
        _body.Mark(end);
    }

    private void BindBranch(BranchStatement statement)
    {
        int subject = statement.Subject is null ? -1 : BindSubject(statement.Subject);
        CodeLabel end = new();
        foreach (BranchCase branchCase in statement.Cases)
        {
            CodeLabel next = new();
            BindCaseTest(branchCase.Test, subject, next);
            BindBlock(branchCase.Body);
            _body.EmitJump(PlaceOf(branchCase), end);
            _body.Mark(next);
        }

        if (statement.Else is not null)
        {
            BindBlock(statement.Else);
        }

        _body.Mark(end);
    }

    private int BindSubject(Expression subject)
    {
        EvaluationNode value = _expressions.Bind(subject);
        string name = _body.NewHiddenLocal("branch");
        int slot = _body.LocalSlot(name);
        AssignmentTarget target = new(VariableScope.Local, name, slot, [], PlaceOf(subject));
        _body.Emit(new Tree.AssignStatement(PlaceOf(subject), target, value), "branch", subject.Span);
        return slot;
    }

    private void BindCaseTest(Expression test, int subject, CodeLabel next)
    {
        if (subject >= 0 && test is BooleanLiteral { Value: true })
        {
            return;
        }

        EvaluationNode node = _expressions.Bind(test);
        BoundStatement statement = subject >= 0
            ? new CaseJumpStatement(PlaceOf(test), subject, node, next)
            : new ConditionalJumpStatement(PlaceOf(test), node, jumpWhen: false, next);
        _body.Emit(statement, "case", test.Span);
    }

    private void BindRepeat(RepeatStatement statement)
    {
        EvaluationNode? source = statement.Source is null ? null : _expressions.Bind(statement.Source);
        AssignmentTarget? variable = statement.Variable is null
            ? null
            : BindTarget(new NameExpression(statement.Variable.Text) { Span = statement.Variable.Span });
        LoopScope loop = _body.EnterLoop();
        int headEnd = statement.Source?.Span.End ?? statement.Variable?.Span.End ?? statement.Span.Start;
        SourceSpan head = new(statement.Span.Start, headEnd - statement.Span.Start);
        Tree.RepeatStatement repeat = _body.Emit(new Tree.RepeatStatement(PlaceOf(statement), loop.Loop, variable, source), "repeat", head);
        CodeLabel next = new();
        _body.Mark(next);
        _body.Emit(new RepeatNextStatement(PlaceOf(statement), repeat, loop.Exit), "next", head);
        BindBlock(statement.Body);
        _body.EmitJump(PlaceOf(statement), next);
        _body.Mark(loop.Exit);
        _body.LeaveLoop();
    }

    private void BindRandom(RandomStatement statement)
    {
        ImmutableArray<Statement> alternatives = Alternatives(statement.Body);
        ImmutableArray<CodeLabel> labels = [.. alternatives.Select(static _ => new CodeLabel())];
        _body.Emit(new Tree.RandomStatement(PlaceOf(statement), labels), "random", default);
        BindAlternatives(alternatives, labels, new CodeLabel(), after: null);
    }

    private void BindOnce(OnceStatement statement)
    {
        ImmutableArray<Statement> alternatives = Alternatives(statement.Body);
        ImmutableArray<CodeLabel> labels = [.. alternatives.Select(static _ => new CodeLabel())];
        CodeLabel exit = new();
        CodeLabel after = statement.After is null ? exit : new CodeLabel();
        Tree.OnceStatement once = _body.Emit(new Tree.OnceStatement(PlaceOf(statement), labels, after), "once", default);
        once.Counter = _body.NextOnceCounter();
        BindAlternatives(alternatives, labels, exit, statement.After is null ? null : () =>
        {
            _body.Mark(after);
            BindBlock(statement.After);
        });
    }

    private void BindAlternatives(ImmutableArray<Statement> alternatives, ImmutableArray<CodeLabel> labels, CodeLabel exit, Action? after)
    {
        for (int i = 0; i < alternatives.Length; i++)
        {
            _body.Mark(labels[i]);
            BindStatement(alternatives[i]);
            _body.EmitJump(PlaceOf(alternatives[i]), exit);
        }

        after?.Invoke();
        _body.Mark(exit);
    }

    private ImmutableArray<Statement> Alternatives(Block block)
    {
        foreach (DialogStatement dialog in block.Statements.OfType<DialogStatement>())
        {
            CheckInnerDialog(dialog, isBody: false);
        }

        return [.. block.Statements.Where(static statement => statement is not (DialogStatement or ErrorStatement))];
    }
}
