using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;
using Bubblescript.Testing.Worlds;
using Bubblescript.Values;

namespace Bubblescript.Testing;

/// <summary>
/// A conversation for unit tests: a host in memory under virtual time. Every method returns when the bot has done all that follows from it.
/// Not safe for use by several threads at once.
/// </summary>
public sealed class TestChat : IAsyncDisposable
{
    private readonly TestWorld _world;
    private readonly TestConversation _conversation;
    private readonly bool _ownsWorld;
    private readonly List<string> _lines = [];
    private readonly List<ChatMessage> _messages = [];
    private readonly List<Observation> _unchecked = [];

    private TestChat(TestWorld world, TestConversation conversation, bool ownsWorld)
    {
        _world = world;
        _conversation = conversation;
        _ownsWorld = ownsWorld;
        Collect();
    }

    /// <summary>The host, for example to send events to the master.</summary>
    public BotHost Host => _world.Host;

    /// <summary>The conversation; another handle after <see cref="RestartAsync"/>.</summary>
    public Conversation Conversation => _conversation.Handle;

    /// <summary>The clock of the host.</summary>
    public VirtualTimeProvider Clock => _world.Clock;

    /// <summary>All that the bot has sent so far, without typing and silence.</summary>
    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>The whole conversation as the lines of a transcript.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Whether the conversation was closed and not opened again since.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Starts a conversation with a bot of one script.</summary>
    /// <exception cref="BotLoadException">The script has errors.</exception>
    public static Task<TestChat> StartAsync(string script, TestChatOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(Bot.Parse(script), options, cancellationToken);

    /// <summary>Starts a conversation with a bot.</summary>
    public static async Task<TestChat> StartAsync(Bot bot, TestChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bot);
        options ??= TestChatOptions.Default;
        TestWorldOptions worldOptions = new() { CreateStore = options.CreateStore, RandomSeed = options.RandomSeed, Configure = options.Configure };
        TestWorld world = await TestWorld.StartAsync([bot, .. options.OtherBots], worldOptions, cancellationToken).ConfigureAwait(false);
        TestConversation conversation = await world
            .OpenAsync(options.UserId, options.G, options.IsOpened, options.Context, cancellationToken)
            .ConfigureAwait(false);
        return new TestChat(world, conversation, ownsWorld: true);
    }

    /// <summary>Opens another conversation on the same host. It lives as long as this one.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="g">The name of the conversation; the id of a group joins that group.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public async Task<TestChat> OpenAsync(string userId, string g = "main", CancellationToken cancellationToken = default)
    {
        TestConversation conversation = await _world.OpenAsync(userId, g, isConnected: true, MapValue.Empty, cancellationToken).ConfigureAwait(false);
        return new TestChat(_world, conversation, ownsWorld: false);
    }

    /// <summary>The user sends a text.</summary>
    public Task UserSaysAsync(string text, CancellationToken cancellationToken = default) =>
        ActAsync(new UserTextAction(text), new UserMessagePayload(text), cancellationToken);

    /// <summary>The client sends an event.</summary>
    public Task UserSendsEventAsync(string name, Value payload = default, CancellationToken cancellationToken = default) =>
        ActAsync(new UserEventAction(name, payload), new UserEventPayload(name, payload), cancellationToken);

    /// <summary>The user sends a location pin; degrees north and east.</summary>
    public Task UserSendsLocationAsync(double latitude, double longitude, CancellationToken cancellationToken = default) =>
        ActAsync(new UserLocationAction(latitude, longitude), new UserLocationPayload(latitude, longitude), cancellationToken);

    /// <summary>The user uploads a file.</summary>
    public Task UserSendsAttachmentAsync(MediaKind kind, string url, CancellationToken cancellationToken = default) =>
        ActAsync(new UserAttachmentAction(kind, url), new UserAttachmentPayload(kind, url), cancellationToken);

    /// <summary>The user submits a widget.</summary>
    /// <param name="type">The widget, for example <c>item_picker</c>; <c>cancel</c> for its cancel button.</param>
    /// <param name="text">The text of the submission.</param>
    /// <param name="data">Its data.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    public Task UserSubmitsAsync(string type, string text, Value data = default, CancellationToken cancellationToken = default) =>
        ActAsync(new UserDataAction(type, text, data), new UserMessagePayload(text) { Method = type, Data = data }, cancellationToken);

    /// <summary>The user's client connects, or connects again, without a message.</summary>
    public async Task UserConnectsAsync(CancellationToken cancellationToken = default)
    {
        Collect();
        _lines.Add($"{_conversation.Name} connects:");
        await _world.ConnectAsync(_conversation, cancellationToken).ConfigureAwait(false);
        Collect();
    }

    /// <summary>Moves the clock forward; timers that fall due run, in order.</summary>
    public async Task AdvanceAsync(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        Collect();
        _lines.Add($"clock: +{duration.TotalSeconds.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}s");
        await _world.AdvanceAsync(duration, cancellationToken).ConfigureAwait(false);
        Collect();
    }

    /// <summary>Stops the host and starts another one on the same store.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        Collect();
        _lines.Add("host: restart");
        await _world.RestartAsync(cancellationToken).ConfigureAwait(false);
        Collect();
    }

    /// <summary>The value of an expression in the state of the conversation, for example a variable.</summary>
    public Task<Value> EvaluateAsync(string expression, CancellationToken cancellationToken = default) =>
        Conversation.EvaluateAsync(expression, cancellationToken);

    /// <summary>Since the last check (or the start), the bot must have sent exactly these texts, in this order. Other messages are not looked at.</summary>
    /// <exception cref="TestChatException">It has not.</exception>
    public void ShouldHaveSaid(params ReadOnlySpan<string> texts)
    {
        string[] expected = [.. texts];
        string[] actual = [.. TakeUnchecked().OfType<MessageObservation>().Select(static observation => observation.Message.Payload).OfType<TextPayload>().Select(static text => text.Message)];
        if (!actual.SequenceEqual(expected, StringComparer.Ordinal))
        {
            throw Fail($"The bot should have said {Quote(expected)}, but said {Quote(actual)}.");
        }
    }

    /// <summary>Since the last check (or the start), the bot must have done exactly what these lines of a transcript list, refinements included.</summary>
    /// <exception cref="TestChatException">It has not.</exception>
    public void ShouldHaveDone(params ReadOnlySpan<string> lines)
    {
        string[] expected = [.. lines];
        string[] actual = [.. TakeUnchecked().SelectMany(observation => observation.ToLines(_conversation.Name))];
        if (!actual.Select(static line => line.Trim()).SequenceEqual(expected.Select(static line => line.Trim()), StringComparer.Ordinal))
        {
            throw Fail($"The bot should have done {Quote(expected)}, but did {Quote(actual)}.");
        }
    }

    /// <summary>The conversation must be closed.</summary>
    /// <exception cref="TestChatException">It is not.</exception>
    public void ShouldBeClosed()
    {
        Collect();
        if (!IsClosed)
        {
            throw Fail("The conversation should be closed, but is not.");
        }
    }

    /// <summary>The whole conversation as a transcript.</summary>
    public override string ToString() => string.Join('\n', _lines);

    /// <summary>Stops the host.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ownsWorld)
        {
            await _world.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string Quote(string[] texts) => texts.Length == 0 ? "nothing" : string.Join(", ", texts.Select(static text => $"\"{text}\""));

    private async Task ActAsync(UserAction action, MessagePayload payload, CancellationToken cancellationToken)
    {
        Collect();
        _lines.AddRange(TranscriptLines.From(ChatMessage.From(payload), _conversation.Name));
        IsClosed = false;
        await _world.SendAsync(_conversation, action, cancellationToken).ConfigureAwait(false);
        Collect();
    }

    private IReadOnlyList<Observation> TakeUnchecked()
    {
        Collect();
        Observation[] observations = [.. _unchecked];
        _unchecked.Clear();
        return observations;
    }

    private void Collect()
    {
        while (_conversation.TryPeek() is not null)
        {
            _conversation.SkipClosedInput();
            Observation observation = _conversation.Take();
            _unchecked.Add(observation);
            _lines.AddRange(observation.ToLines(_conversation.Name));
            IsClosed |= observation is ClosedObservation;
            if (observation is MessageObservation { Message: { } message })
            {
                _messages.Add(message);
            }
        }
    }

    private TestChatException Fail(string problem) => new($"{problem}\n\n{string.Join('\n', _lines.Select(static line => "    " + line))}");
}
