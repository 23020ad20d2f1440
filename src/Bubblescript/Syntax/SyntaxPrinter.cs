using System.Collections.Immutable;
using System.Text;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Syntax;

/// <summary>Prints a tree as source text that parses to the same tree.</summary>
internal sealed class SyntaxPrinter
{
    private readonly StringBuilder _builder = new();
    private readonly ExpressionPrinter _expressions;
    private int _indentation;

    private SyntaxPrinter() => _expressions = new ExpressionPrinter(_builder);

    /// <summary>The source text of a node.</summary>
    public static string Print(SyntaxNode node)
    {
        SyntaxPrinter printer = new();
        printer.Write(node);
        return printer._builder.ToString();
    }

    private void Write(SyntaxNode node)
    {
        switch (node)
        {
            case Script script:
                WriteScript(script);
                break;
            case ScriptItem item:
                WriteItem(item);
                break;
            case DialogDeclaration dialog:
                WriteDialog(dialog);
                break;
            case Statement statement:
                WriteStatement(statement);
                break;
            case Block block:
                WriteStatements(block);
                break;
            case BranchCase branchCase:
                WriteCase(branchCase);
                break;
            case Parameter parameter:
                WriteParameter(parameter);
                break;
            default:
                _expressions.Write(node);
                break;
        }
    }

    private void WriteScript(Script script)
    {
        for (int i = 0; i < script.Items.Length; i++)
        {
            bool areConstants = i > 0 && script.Items[i] is ConstantItem && script.Items[i - 1] is ConstantItem;
            _builder.Append(i == 0 || areConstants ? string.Empty : "\n");
            WriteItem(script.Items[i]);
            _builder.Append('\n');
        }
    }

    private void WriteItem(ScriptItem item)
    {
        switch (item)
        {
            case ConstantItem constant:
                _builder.Append('@').Append(constant.Name.Text).Append(' ');
                _expressions.Write(constant.Value);
                break;
            case DialogItem dialog:
                WriteDialog(dialog.Declaration);
                break;
            case TaskItem task:
                WriteHead("task", task.Name, task.Options, task.Guard);
                WriteBody(task.Body);
                break;
            case DeclareTaskItem declaration:
                _builder.Append("declare task ").Append(declaration.Name.Text).Append(", ");
                _expressions.WriteArguments(declaration.Options);
                break;
            case FunctionItem function:
                WriteFunction(function);
                break;
            case TestItem test:
                _builder.Append("test ");
                _expressions.Write(test.Name);
                WriteBody(test.Body);
                break;
            default:
                break;
        }
    }

    private void WriteFunction(FunctionItem function)
    {
        _builder.Append("function ").Append(function.Name.Text).Append('(');
        for (int i = 0; i < function.Parameters.Length; i++)
        {
            _builder.Append(i == 0 ? string.Empty : ", ");
            WriteParameter(function.Parameters[i]);
        }

        _builder.Append(')');
        WriteSchema(function.ReturnSchema, isLast: true);
        WriteBody(function.Body);
    }

    private void WriteParameter(Parameter parameter)
    {
        _builder.Append(parameter.Name.Text);
        WriteSchema(parameter.Schema, isLast: false);
    }

    private void WriteSchema(Expression? schema, bool isLast)
    {
        if (schema is not null)
        {
            _builder.Append(" :: ");
            _expressions.Write(schema, isLast);
        }
    }

    private void WriteDialog(DialogDeclaration dialog)
    {
        WriteHead("dialog", dialog.Name, dialog.Options, dialog.Guard);
        WriteBody(dialog.Body);
    }

    private void WriteHead(string keyword, Identifier? name, ImmutableArray<Argument> options, Expression? guard)
    {
        _builder.Append(keyword);
        if (name is not null)
        {
            _builder.Append(' ').Append(name.Text);
        }

        if (!options.IsEmpty)
        {
            _builder.Append(name is null ? " " : ", ");
            _expressions.WriteArguments(options);
        }

        if (guard is not null)
        {
            _builder.Append(" when ");
            _expressions.Write(guard);
        }
    }

    private void WriteBody(Block body)
    {
        WriteOpenBlock(body, " do");
        WriteLine("end");
    }

    /// <summary>A keyword and a block, whose end follows on the next line.</summary>
    private void WriteOpenBlock(Block block, string keyword)
    {
        _builder.Append(keyword);
        _indentation++;
        foreach (Statement statement in block.Statements)
        {
            StartLine();
            WriteStatement(statement);
        }

        _indentation--;
    }

    private void WriteStatements(Block block)
    {
        for (int i = 0; i < block.Statements.Length; i++)
        {
            if (i > 0)
            {
                StartLine();
            }

            WriteStatement(block.Statements[i]);
        }
    }

    private void StartLine() => _builder.Append('\n').Append(' ', 2 * _indentation);

    private void WriteLine(string text)
    {
        StartLine();
        _builder.Append(text);
    }

    private void WriteStatement(Statement statement)
    {
        switch (statement)
        {
            case CommandStatement command:
                WriteCommand(command);
                break;
            case AssignStatement assignment:
                WriteAssignment(assignment);
                break;
            case ExpressionStatement expression:
                _expressions.WriteAsStatement(expression.Expression);
                break;
            case DialogStatement dialog:
                WriteDialog(dialog.Declaration);
                break;
            case IfStatement conditional:
                WriteConditional(conditional);
                break;
            case BranchStatement branch:
                WriteBranch(branch);
                break;
            case RepeatStatement repeat:
                WriteRepeat(repeat);
                break;
            case RandomStatement random:
                _builder.Append("random");
                WriteBody(random.Body);
                break;
            case OnceStatement once:
                WriteOnce(once);
                break;
            case ButtonsStatement buttons:
                WriteButtons(buttons);
                break;
            default:
                _builder.Append("# not parsed");
                break;
        }
    }

    private void WriteCommand(CommandStatement command)
    {
        _builder.Append(command.Word.Text);
        if (command.Arguments.IsEmpty)
        {
            return;
        }

        _builder.Append(' ');
        if (Words.TakingName.Contains(command.Word.Text) && command.Arguments[0] is { Key: null } first)
        {
            _expressions.WriteName(first.Value, isLast: command.Arguments.Length == 1);
            if (command.Arguments.Length > 1)
            {
                _builder.Append(", ");
                _expressions.WriteArguments(command.Arguments.RemoveAt(0));
            }
        }
        else
        {
            _expressions.WriteArguments(command.Arguments);
        }
    }

    private void WriteAssignment(AssignStatement assignment)
    {
        _expressions.Write(assignment.Target, isLast: false);
        _builder.Append(" = ");
        if (assignment.Command is not null)
        {
            WriteCommand(assignment.Command);
        }
        else if (assignment.Value is not null)
        {
            _expressions.WriteAssigned(assignment.Value);
        }
    }

    private void WriteConditional(IfStatement conditional)
    {
        _builder.Append(conditional.IsUnless ? "unless " : "if ");
        _expressions.Write(conditional.Condition);
        WriteOpenBlock(conditional.Then, " do");
        WriteElse(conditional.Else);
        WriteLine("end");
    }

    private void WriteElse(Block? block)
    {
        if (block is not null)
        {
            StartLine();
            WriteOpenBlock(block, "else");
        }
    }

    private void WriteBranch(BranchStatement branch)
    {
        _builder.Append("branch ");
        if (branch.Subject is not null)
        {
            _expressions.Write(branch.Subject);
            _builder.Append(' ');
        }

        WriteCases(branch.Cases);
        WriteElse(branch.Else);
        WriteLine("end");
    }

    private void WriteButtons(ButtonsStatement buttons)
    {
        _builder.Append("buttons ");
        if (!buttons.Arguments.IsEmpty)
        {
            _expressions.WriteArguments(buttons.Arguments);
            _builder.Append(' ');
        }

        WriteCases(buttons.Cases);
        WriteLine("end");
    }

    private void WriteCases(ImmutableArray<BranchCase> cases)
    {
        _builder.Append("do");
        _indentation++;
        foreach (BranchCase branchCase in cases)
        {
            StartLine();
            WriteCase(branchCase);
        }

        _indentation--;
    }

    private void WriteCase(BranchCase branchCase)
    {
        _expressions.Write(branchCase.Test);
        WriteOpenBlock(branchCase.Body, " ->");
    }

    private void WriteRepeat(RepeatStatement repeat)
    {
        _builder.Append("repeat");
        if (repeat.Variable is not null)
        {
            _builder.Append(' ').Append(repeat.Variable.Text).Append(" in");
        }

        if (repeat.Source is not null)
        {
            _builder.Append(' ');
            if (repeat.Variable is null)
            {
                _expressions.WriteCount(repeat.Source);
            }
            else
            {
                _expressions.Write(repeat.Source);
            }
        }

        WriteBody(repeat.Body);
    }

    private void WriteOnce(OnceStatement once)
    {
        _builder.Append("once");
        WriteOpenBlock(once.Body, " do");
        if (once.After is not null)
        {
            StartLine();
            WriteOpenBlock(once.After, "after");
        }

        WriteLine("end");
    }
}
