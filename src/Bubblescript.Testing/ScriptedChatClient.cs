using Microsoft.Extensions.AI;

namespace Bubblescript.Testing;

/// <summary>
/// A language model for tests: gives prepared answers in order and remembers what it was asked. Safe for use by several threads; the answers are given in
/// the order in which the requests arrive.
/// </summary>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Lock _lock = new();
    private readonly Queue<Func<ChatResponse>> _answers = [];
    private readonly List<ScriptedChatRequest> _requests = [];
    private int _calls;

    /// <summary>What the model was asked, in order.</summary>
    public IReadOnlyList<ScriptedChatRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Prepares a text as the next answer.</summary>
    public ScriptedChatClient Answer(string text) => Prepare(() => new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));

    /// <summary>Prepares the wish to call a tool as the next answer.</summary>
    /// <param name="name">The name of the declared task.</param>
    /// <param name="arguments">The arguments by name.</param>
    public ScriptedChatClient CallTool(string name, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        Dictionary<string, object?> given = new(StringComparer.Ordinal);
        foreach ((string key, object? value) in arguments)
        {
            given[key] = value;
        }

        return Prepare(() => new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent($"call{++_calls}", name, given)])));
    }

    /// <summary>Prepares a failure as the next answer.</summary>
    public ScriptedChatClient Fail(Exception exception) => Prepare(() => throw exception);

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Func<ChatResponse> answer;
        lock (_lock)
        {
            _requests.Add(new ScriptedChatRequest([.. messages], options));
            if (!_answers.TryDequeue(out answer!))
            {
                throw new InvalidOperationException($"The scripted model was asked {_requests.Count} times but has no answer prepared for the last one.");
            }
        }

        return Task.FromResult(answer());
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The scripted model gives whole answers only.");

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private ScriptedChatClient Prepare(Func<ChatResponse> answer)
    {
        lock (_lock)
        {
            _answers.Enqueue(answer);
        }

        return this;
    }
}
