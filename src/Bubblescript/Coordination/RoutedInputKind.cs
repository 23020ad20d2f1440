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
}
