using System.Collections.Immutable;
using Bubblescript.Binding.Checks;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>Checks <c>test</c> blocks, whose statements have meanings of their own (language reference, section 10).</summary>
internal sealed class TestBinder(ProgramScope program)
{
    private static readonly string[] Words = ["expect", "say", "emit", "assert", "mock", "unmock", "fail"];

    private readonly Dictionary<string, SourcePlace> _names = new(StringComparer.Ordinal);

    private BindingSession Session => program.Session;

    /// <summary>The tests of a script.</summary>
    public IEnumerable<BotTest> Bind(Script script)
    {
        foreach (TestItem item in script.Items.OfType<TestItem>())
        {
            SourcePlace place = new(script.Source, item.Name.Span);
            if (item.Name is not StringExpression { IsLiteral: true } text)
            {
                Session.Report(Descriptors.NameExpected, place, "a test needs a name: a text without interpolation");
                continue;
            }

            string name = text.LiteralText;
            if (!_names.TryAdd(name, place))
            {
                Session.Report(Descriptors.DuplicateTest, place, $"duplicate test '{name}': it is already defined at {_names[name]}", "rename one of them");
                continue;
            }

            BodyScope scope = new(program, BodyKind.Test, script.Source, $"{script.Source.Path}: test {name}");
            new BlockCheck(scope).Check(item.Body, isInLoop: false);
            yield return new BotTest(name, item.Body, new SourcePlace(script.Source, item.Span));
        }
    }

    private sealed class BlockCheck(BodyScope scope)
    {
        private readonly ExpressionBinder _expressions = new(scope, scope.Source);

        private BindingSession Session => scope.Session;

        public void Check(Block block, bool isInLoop)
        {
            foreach (Statement statement in block.Statements)
            {
                Check(statement, isInLoop);
            }
        }

        private void Check(Statement statement, bool isInLoop)
        {
            switch (statement)
            {
                case AssignStatement { Command: null } assign:
                    _expressions.Bind(assign.Target);
                    _expressions.Bind(assign.Value!);
                    break;
                case ExpressionStatement expression:
                    _expressions.Bind(expression.Expression, Words);
                    break;
                case IfStatement condition:
                    _expressions.Bind(condition.Condition);
                    Check(condition.Then, isInLoop);
                    Check(condition.Else ?? Block.Empty, isInLoop);
                    break;
                case RepeatStatement repeat:
                    _ = repeat.Source is null ? null : _expressions.Bind(repeat.Source);
                    Check(repeat.Body, isInLoop: true);
                    break;
                case CommandStatement { Word.Text: "break" } command when isInLoop:
                    CheckCount(command.Word, command.Arguments.Length, 0, 0);
                    break;
                case CommandStatement command:
                    CheckCommand(command);
                    break;
                case ErrorStatement:
                    break;
                default:
                    Session.Report(Descriptors.MisplacedStatement, Place(statement), "a test can only assign, call, repeat, decide with 'if', and use the statements of tests", $"these are {string.Join(", ", Words)}");
                    break;
            }
        }

        private void CheckCommand(CommandStatement command)
        {
            string word = command.Word.Text;
            ImmutableArray<Argument> arguments = command.Arguments;
            switch (word)
            {
                case "expect":
                    CheckCount(command.Word, arguments.Length, 1, 1);
                    BindAll(arguments);
                    CollectPattern(arguments);
                    break;
                case "say" or "assert":
                    CheckCount(command.Word, arguments.Length, 1, 1);
                    BindAll(arguments);
                    break;
                case "fail":
                    CheckCount(command.Word, arguments.Length, 0, 1);
                    BindAll(arguments);
                    break;
                case "emit":
                    int payloads = arguments.Any(static argument => argument.Key is not null) ? 1 : 0;
                    CheckCount(command.Word, arguments.Count(static argument => argument.Key is null) + payloads, 1, 2);
                    BindAll(arguments);
                    break;
                case "mock" or "unmock":
                    int count = word == "mock" ? 2 : 1;
                    CheckCount(command.Word, arguments.Length, count, count);
                    CheckMock(arguments, word);
                    BindAll(arguments.Skip(1));
                    break;
                default:
                    bool isBreak = word == "break";
                    Session.Report(
                        isBreak ? Descriptors.MisplacedBreak : word == "return" ? Descriptors.MisplacedReturn : Descriptors.MisplacedStatement,
                        Place(command.Word),
                        isBreak ? "'break' is allowed inside 'repeat' only" : $"'{word}' is not allowed in a test",
                        isBreak ? null : $"tests use {string.Join(", ", Words)}");
                    break;
            }
        }

        private void CheckMock(ImmutableArray<Argument> arguments, string word)
        {
            if (arguments is not [var first, ..] || first.Value is ErrorExpression)
            {
                return;
            }

            string? name = first.Value switch
            {
                NameExpression simple => simple.Name,
                FieldExpression { Target: NameExpression module } field => $"{module.Name}.{field.Name.Text}",
                StringExpression { IsLiteral: true } text => text.LiteralText,
                _ => null,
            };
            if (name is null)
            {
                Session.Report(Descriptors.NameExpected, Place(first.Value), $"'{word}' needs the name of a function or task");
                return;
            }

            string[] known = [.. scope.Functions.Keys, .. scope.Program.TaskNames, .. Session.Builtins.FullNames];
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                Session.Report(Descriptors.UnknownFunction, Place(first.Value), $"unknown function or task '{name}'", NameSuggestion.Hint(name, known));
            }
        }

        private void CollectPattern(ImmutableArray<Argument> arguments)
        {
            if (arguments is [{ Value: StringExpression { IsLiteral: true } text }, ..])
            {
                Session.Patterns.Add(new PatternUse(text.LiteralText, Place(text), Program: null));
            }
        }

        private void BindAll(IEnumerable<Argument> arguments)
        {
            foreach (Argument argument in arguments)
            {
                _expressions.Bind(argument.Value);
            }
        }

        private void CheckCount(Identifier word, int given, int minimum, int maximum)
        {
            if (given < minimum || given > maximum)
            {
                Session.Report(Descriptors.WrongArgumentCount, Place(word), ArgumentCountText.Describe($"'{word.Text}'", minimum, maximum, given));
            }
        }

        private SourcePlace Place(SyntaxNode node) => new(scope.Source, node.Span);
    }
}
