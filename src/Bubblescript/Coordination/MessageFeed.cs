using System.Threading.Channels;
using Bubblescript.Messages;

namespace Bubblescript.Coordination;

/// <summary>The messages that a handle has not read yet: bounded, the oldest are dropped first.</summary>
internal sealed class MessageFeed(int capacity)
{
    private readonly Channel<ChatMessage> _messages = Channel.CreateBounded<ChatMessage>(
        new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, AllowSynchronousContinuations = false });

    public void Add(ChatMessage message) => _messages.Writer.TryWrite(message);

    public void Complete() => _messages.Writer.TryComplete();

    public IAsyncEnumerable<ChatMessage> ReadAsync(CancellationToken cancellationToken) => _messages.Reader.ReadAllAsync(cancellationToken);
}
