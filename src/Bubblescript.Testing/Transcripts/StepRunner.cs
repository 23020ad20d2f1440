using Bubblescript.Coordination;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Testing.Transcripts.Steps;
using Bubblescript.Testing.Worlds;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Runs the steps of a case in a world, one after the other.</summary>
internal sealed class StepRunner(TestWorld world, CaseRows rows, bool restartsBeforeEveryStep)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private string _conversation = TranscriptStep.DefaultConversation;

    /// <summary>Whether the step that ran last stands in the rows.</summary>
    public bool IsListed { get; private set; }

    /// <exception cref="CaseFailedException">What happened is not what the step says.</exception>
    public async Task RunAsync(TranscriptStep step, CancellationToken cancellationToken)
    {
        IsListed = false;
        step = step is DeferredStep deferred ? StepParser.Parse(deferred.Lines.Replace(_texts)) : step;
        switch (step)
        {
            case InvalidStep invalid:
                throw Fail(step, invalid.Problem, []);
            case OpenStep:
                List(step);
                break;
            case ClockStep clock:
                await PrepareAsync(step, cancellationToken).ConfigureAwait(false);
                await world.AdvanceAsync(clock.Duration, cancellationToken).ConfigureAwait(false);
                break;
            case RestartStep:
                await PrepareAsync(step, cancellationToken).ConfigureAwait(false);
                await world.RestartAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                await RunInConversationAsync(step, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <exception cref="CaseFailedException">The bot did something that no step has listed.</exception>
    public void ExpectNothingMore(int line)
    {
        IsListed = true;
        foreach (TestConversation conversation in world.Conversations)
        {
            ExpectNothingMore(conversation, line);
        }

        if (world.TryPeekErrorElsewhere() is { } error)
        {
            throw Unlisted(line, error, TranscriptStep.DefaultConversation);
        }
    }

    private void ExpectNothingMore(TestConversation conversation, int line)
    {
        if (conversation.TryPeek() is { } observation)
        {
            conversation.Take();
            throw Unlisted(line, observation, conversation.Name);
        }
    }

    private CaseFailedException Unlisted(int line, Observation observation, string conversation)
    {
        IReadOnlyList<string> lines = observation.ToLines(conversation);
        rows.Add([], lines, isFailure: true);
        return new CaseFailedException(line, $"the bot did something that is not listed: '{lines[0]}'");
    }

    private async Task RunInConversationAsync(TranscriptStep step, CancellationToken cancellationToken)
    {
        _conversation = step.Head.Conversation ?? _conversation;
        if (step is UserJoinsStep joins)
        {
            List(step);
            await world.OpenAsync(_conversation, joins.Group, isConnected: true, MapValue.Empty, cancellationToken).ConfigureAwait(false);
            return;
        }

        TestConversation? existing = world.Find(_conversation);
        TestConversation conversation = existing
            ?? await world.OpenAsync(_conversation, "main", isConnected: true, MapValue.Empty, cancellationToken).ConfigureAwait(false);
        switch (step)
        {
            case ClosedStep when conversation.TryPeek() is null && await IsClosedAsync(conversation, cancellationToken).ConfigureAwait(false):
                List(step);
                break;
            case BotStep bot:
                Check(bot, conversation);
                break;
            case LetStep let:
                _texts[let.Name] = await StateCheck.ReadTextAsync(conversation, let, cancellationToken).ConfigureAwait(false);
                List(step);
                break;
            case VariableStep or StackStep or HistoryStep:
                await CheckStateAsync(step, conversation, cancellationToken).ConfigureAwait(false);
                break;
            default:
                await PrepareAsync(step, existing, cancellationToken).ConfigureAwait(false);
                await ActAsync(step, conversation, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task ActAsync(TranscriptStep step, TestConversation conversation, CancellationToken cancellationToken)
    {
        if (step is UserConnectsStep)
        {
            await world.ConnectAsync(conversation, cancellationToken).ConfigureAwait(false);
            return;
        }

        UserAction action = step switch
        {
            UserTextStep text => new UserTextAction(text.Message),
            UserEventStep userEvent => new UserEventAction(userEvent.Name, userEvent.Payload),
            UserLocationStep location => new UserLocationAction(location.Latitude, location.Longitude),
            UserAttachmentStep attachment => new UserAttachmentAction(attachment.Kind, attachment.Url),
            UserDataStep data => new UserDataAction(data.Type, data.Message, data.Data),
            _ => throw new InvalidOperationException($"The step {step.GetType().Name} is not known."),
        };
        await world.SendAsync(conversation, action, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All that the bot did so far must be listed before a user goes on.</summary>
    private async Task PrepareAsync(TranscriptStep step, TestConversation? conversation, CancellationToken cancellationToken)
    {
        if (conversation is not null)
        {
            ExpectNothingMore(conversation, step.Head.Line);
        }

        List(step);
        if (restartsBeforeEveryStep)
        {
            await world.RestartAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>All that the bot did so far must be listed before the world goes on.</summary>
    private async Task PrepareAsync(TranscriptStep step, CancellationToken cancellationToken)
    {
        foreach (TestConversation conversation in world.Conversations)
        {
            ExpectNothingMore(conversation, step.Head.Line);
        }

        await PrepareAsync(step, conversation: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the conversation is closed, also when an earlier step has listed its closing.</summary>
    private static async Task<bool> IsClosedAsync(TestConversation conversation, CancellationToken cancellationToken) =>
        (await conversation.Handle.InspectAsync(cancellationToken).ConfigureAwait(false)).IsClosed;

    private async Task CheckStateAsync(TranscriptStep step, TestConversation conversation, CancellationToken cancellationToken)
    {
        string? difference = await StateCheck.FindDifferenceAsync(conversation, step, cancellationToken).ConfigureAwait(false);
        if (difference is not null)
        {
            throw Fail(step, $"'{step.Head.Text}': {difference}", [difference]);
        }

        List(step);
    }

    private void Check(BotStep step, TestConversation conversation)
    {
        if (step is ClosedStep)
        {
            conversation.SkipClosedInput();
        }

        if (step is BotErrorStep && conversation.TryPeek() is not ErrorObservation && world.TryPeekErrorElsewhere() is { } elsewhere
            && step.FindDifference(elsewhere) is null)
        {
            world.TakeErrorElsewhere();
            rows.Add(step.Head.Lines, elsewhere.ToLines(conversation.Name));
            IsListed = true;
            return;
        }

        if (conversation.TryPeek() is not { } observation)
        {
            throw Fail(step, $"expected '{step.Head.Text}', but the bot did nothing more", []);
        }

        conversation.Take();
        Check(step, observation, conversation);
    }

    private void Check(BotStep step, Observation observation, TestConversation conversation)
    {
        IReadOnlyList<string> lines = observation.ToLines(conversation.Name);
        if (step.FindDifference(observation) is { } difference)
        {
            string message = difference.Length == 0 ? $"expected '{step.Head.Text}', got '{lines[0]}'" : $"'{step.Head.Text}': {difference}";
            throw Fail(step, message, lines);
        }

        rows.Add(step.Head.Lines, lines);
        IsListed = true;
        if (step is ClosedStep)
        {
            conversation.SkipTrailingClosedInput();
        }
        else
        {
            conversation.SkipClosingAfter(observation);
        }
    }

    private void List(TranscriptStep step)
    {
        rows.Add(step.Head.Lines, step.Head.Lines);
        IsListed = true;
    }

    private CaseFailedException Fail(TranscriptStep step, string message, IReadOnlyList<string> actual)
    {
        rows.Add(step.Head.Lines, actual, isFailure: true);
        IsListed = true;
        return new CaseFailedException(step.Head.Line, message);
    }
}
