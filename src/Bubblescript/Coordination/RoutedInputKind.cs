namespace Bubblescript.Coordination;

/// <summary>What travels between hosts.</summary>
public enum RoutedInputKind
{
    /// <summary>An event.</summary>
    Event,

    /// <summary>An event whose sender waits for a reply.</summary>
    Query,

    /// <summary>The reply to a query.</summary>
    Reply,

    /// <summary>A group that is started unless it exists: the name is the bot whose group script it runs, the payload are its first variables.</summary>
    Group,
}
