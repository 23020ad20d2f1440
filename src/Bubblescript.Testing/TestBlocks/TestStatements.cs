using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bubblescript.Coordination;
using Bubblescript.Matching;
using Bubblescript.Messages;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Testing.Transcripts;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Testing.Worlds;
using Bubblescript.Values;

namespace Bubblescript.Testing.TestBlocks;

/// <summary>The statements of <c>test</c> blocks (language reference, section 10). Their variables are their own; expressions also see the conversation's.</summary>
internal sealed class TestStatements(
    TestWorld world,
    TestConversation conversation,
    SourceText source,
    CaseRows rows,
    ConcurrentDictionary<string, Value> mocks)
{
    private const int MostRounds = 10_000;

    private readonly Dictionary<string, Value> _variables = new(StringComparer.Ordinal);
    private readonly Queue<Observation> _passed = new();
    private bool _breaks;

    /// <summary>Runs the test. What it mocks first of all also holds for what the bot does first of all.</summary>
    /// <exception cref="CaseFailedException">The test fails.</exception>
    public async Task RunTestAsync(Block test, CancellationToken cancellationToken)
    {
        int preparations = test.Statements.TakeWhile(static statement => statement is AssignStatement || IsMock(statement)).ToList().FindLastIndex(IsMock) + 1;
        await RunAsync(test.Statements.Take(preparations), cancellationToken).ConfigureAwait(false);
        await world.ConnectAsync(conversation, cancellationToken).ConfigureAwait(false);
        await RunAsync(test.Statements.Skip(preparations), cancellationToken).ConfigureAwait(false);
    }

    private static bool IsMock(Statement statement) => statement is CommandStatement { Word.Text: "mock" or "unmock" };

    private Task RunAsync(Block block, CancellationToken cancellationToken) => RunAsync(block.Statements, cancellationToken);

    private async Task RunAsync(IEnumerable<Statement> statements, CancellationToken cancellationToken)
    {
        foreach (Statement statement in statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RunAsync(statement, cancellationToken).ConfigureAwait(false);
            if (_breaks)
            {
                return;
            }
        }
    }

    private async Task RunAsync(Statement statement, CancellationToken cancellationToken)
    {
        switch (statement)
        {
            case AssignStatement { Target: NameExpression name, Value: { } value }:
                _variables[name.Name] = await EvaluateAsync(value, cancellationToken).ConfigureAwait(false);
                break;
            case ExpressionStatement expression:
                await EvaluateAsync(expression.Expression, cancellationToken).ConfigureAwait(false);
                break;
            case IfStatement condition:
                Value decision = await EvaluateAsync(condition.Condition, cancellationToken).ConfigureAwait(false);
                Block branch = decision.IsTruthy != condition.IsUnless ? condition.Then : condition.Else ?? Block.Empty;
                await RunAsync(branch, cancellationToken).ConfigureAwait(false);
                break;
            case RepeatStatement repeat:
                await RepeatAsync(repeat, cancellationToken).ConfigureAwait(false);
                break;
            case CommandStatement command:
                await RunCommandAsync(command, cancellationToken).ConfigureAwait(false);
                break;
            default:
                throw Fail(statement, "this statement is not known in tests");
        }
    }

    private async Task RepeatAsync(RepeatStatement repeat, CancellationToken cancellationToken)
    {
        Value subject = repeat.Source is null ? default : await EvaluateAsync(repeat.Source, cancellationToken).ConfigureAwait(false);
        IEnumerable<Value> rounds = repeat.Variable is not null
            ? ItemsOf(subject)
            : Enumerable.Repeat(Value.Nil, repeat.Source is null ? MostRounds : (int)Math.Clamp(subject.AsInteger() ?? 0, 0, MostRounds));
        foreach (Value item in rounds)
        {
            if (repeat.Variable is { } variable)
            {
                _variables[variable.Text] = item;
            }

            await RunAsync(repeat.Body, cancellationToken).ConfigureAwait(false);
            if (_breaks)
            {
                _breaks = false;
                return;
            }
        }
    }

    private static IEnumerable<Value> ItemsOf(Value value) => value.AsRange() is { } range
        ? Enumerable.Range(0, (int)Math.Clamp(range.Last - range.First + 1, 0, MostRounds)).Select(offset => Value.From(range.First + offset))
        : value.AsList() ?? ListValue.Empty;

    private async Task RunCommandAsync(CommandStatement command, CancellationToken cancellationToken)
    {
        ImmutableArray<Argument> arguments = command.Arguments;
        switch (command.Word.Text)
        {
            case "expect":
                Expect(command, await TextOfAsync(arguments[0], cancellationToken).ConfigureAwait(false));
                break;
            case "say":
                await ActAsync(command, new UserTextAction(await TextOfAsync(arguments[0], cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
                break;
            case "emit":
                await EmitAsync(command, cancellationToken).ConfigureAwait(false);
                break;
            case "assert":
                await AssertAsync(command, arguments[0].Value, cancellationToken).ConfigureAwait(false);
                break;
            case "mock":
                mocks[NameOf(arguments[0].Value)] = await EvaluateAsync(arguments[1].Value, cancellationToken).ConfigureAwait(false);
                break;
            case "unmock":
                mocks.TryRemove(NameOf(arguments[0].Value), out _);
                break;
            case "fail":
                throw Fail(command, arguments.IsEmpty ? "the test says that it failed" : await TextOfAsync(arguments[0], cancellationToken).ConfigureAwait(false));
            case "break":
                _breaks = true;
                break;
            default:
                throw Fail(command, $"'{command.Word.Text}' is not known in tests");
        }
    }

    /// <summary>Skips what the bot said until a pattern matches.</summary>
    private void Expect(CommandStatement command, string pattern)
    {
        if (!BmlPattern.TryParse(pattern, out BmlPattern? bml, out BmlParseError? error))
        {
            throw Fail(command, $"'{pattern}' is no BML pattern: {error.Message}");
        }

        bool isClosed = false;
        while (TryTake(out Observation? observation, out bool isShown))
        {
            isClosed |= observation is ClosedObservation;
            bool matches = TextOf(observation) is { } text && bml.Match(text) is not null;
            if (matches || !isShown)
            {
                rows.Add(matches ? [TextOf(command)] : [], observation.ToLines(conversation.Name));
            }

            if (matches)
            {
                return;
            }
        }

        throw Fail(command, $"no message matched \"{pattern}\" before the {(isClosed ? "conversation was closed" : "bot waited for the user")}");
    }

    /// <summary>The next thing that the bot did, and whether it stands in the rows because the user went on after it.</summary>
    private bool TryTake([NotNullWhen(true)] out Observation? observation, out bool isShown)
    {
        isShown = _passed.TryDequeue(out observation);
        if (!isShown && conversation.TryPeek() is not null)
        {
            observation = conversation.Take();
        }

        return observation is not null;
    }

    private async Task AssertAsync(CommandStatement command, Expression expression, CancellationToken cancellationToken)
    {
        Value value = await EvaluateAsync(expression, cancellationToken).ConfigureAwait(false);
        if (!value.IsTruthy)
        {
            string details = expression is BinaryExpression { Left: var left }
                ? $"; {TextOf(left)} is {ValueSource.Write(await EvaluateAsync(left, cancellationToken).ConfigureAwait(false))}"
                : "";
            throw Fail(command, $"'{TextOf(expression)}' does not hold{details}");
        }

        rows.Add([TextOf(command)], [TextOf(command)]);
    }

    private async Task EmitAsync(CommandStatement command, CancellationToken cancellationToken)
    {
        Argument[] positional = [.. command.Arguments.Where(static argument => argument.Key is null)];
        string name = await TextOfAsync(positional[0], cancellationToken).ConfigureAwait(false);
        Value payload = positional.Length > 1 ? await EvaluateAsync(positional[1].Value, cancellationToken).ConfigureAwait(false) : default;
        foreach (Argument argument in command.Arguments.Where(static argument => argument.Key is not null))
        {
            Value value = await EvaluateAsync(argument.Value, cancellationToken).ConfigureAwait(false);
            payload = (payload.AsMap() ?? MapValue.Empty).Set(argument.Key!.Text, value);
        }

        await ActAsync(command, new UserEventAction(name, payload), cancellationToken).ConfigureAwait(false);
    }

    private async Task ActAsync(CommandStatement command, UserAction action, CancellationToken cancellationToken)
    {
        while (conversation.TryPeek() is { } observation)
        {
            _passed.Enqueue(conversation.Take());
            rows.Add([], observation.ToLines(conversation.Name));
        }

        rows.Add([TextOf(command)], [TextOf(command)]);
        await world.SendAsync(conversation, action, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> TextOfAsync(Argument argument, CancellationToken cancellationToken) =>
        ValueText.ToText(await EvaluateAsync(argument.Value, cancellationToken).ConfigureAwait(false));

    private async Task<Value> EvaluateAsync(Expression expression, CancellationToken cancellationToken)
    {
        Value value = await conversation.Handle.EvaluateAsync(expression, source, _variables, cancellationToken).ConfigureAwait(false);
        return value.AsError() is { } error
            ? throw new CaseFailedException(source.GetPosition(expression.Span.Start).Line, error.Message)
            : value;
    }

    private static string? TextOf(Observation observation) => observation is MessageObservation { Message.Payload: var payload }
        ? payload switch
        {
            TextPayload text => text.Message,
            TemplatePayload template => PayloadFields.Text(template.Fields, "text"),
            MediaPayload media => media.Caption,
            _ => null,
        }
        : null;

    private static string NameOf(Expression expression) => expression switch
    {
        NameExpression name => name.Name,
        FieldExpression { Target: NameExpression module } field => $"{module.Name}.{field.Name.Text}",
        StringExpression text => text.LiteralText,
        _ => throw new InvalidOperationException("The binder lets only names be mocked."),
    };

    private string TextOf(SyntaxNode node) => source.Text.Substring(node.Span.Start, node.Span.Length).ReplaceLineEndings(" ").Trim();

    private CaseFailedException Fail(SyntaxNode node, string message)
    {
        rows.Add([TextOf(node)], [], isFailure: true);
        return new CaseFailedException(source.GetPosition(node.Span.Start).Line, message);
    }
}
