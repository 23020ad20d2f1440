namespace Bubblescript.Coordination;

/// <summary>Something that a user does in a conversation (chat messages, section 4.3). Immutable.</summary>
public abstract record UserAction
{
    private protected UserAction()
    {
    }

    /// <summary>
    /// The client's id of the action, or null. A conversation takes an action with an id that is among the last 100 it took only once, so a client that
    /// does not know whether an action arrived can send it again.
    /// </summary>
    public string? Id { get; init; }
}
