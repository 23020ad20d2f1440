namespace Bubblescript.Coordination;

/// <summary>A query that waits for its reply: the first of reply and timeout wins.</summary>
internal sealed class PendingQuery(IQueryAsker asker, string callId, long dueTicks)
{
    private int _isAnswered;

    public IQueryAsker Asker { get; } = asker;

    public string CallId { get; } = callId;

    public long DueTicks { get; } = dueTicks;

    /// <summary>True for the first caller only.</summary>
    public bool TryAnswer() => Interlocked.Exchange(ref _isAnswered, 1) == 0;
}
