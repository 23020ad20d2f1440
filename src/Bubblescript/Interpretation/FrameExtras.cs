namespace Bubblescript.Interpretation;

/// <summary>What hardly any frame has both of, apart from the frame so that those of the many idle conversations stay small.</summary>
/// <param name="Replay">What is known of a statement that is evaluated again.</param>
/// <param name="Query">The query that a dialog handles and has not answered.</param>
internal sealed record FrameExtras(StatementReplay Replay, QueryReference Query)
{
    /// <summary>Both if there are both, the one if there is one, else null.</summary>
    public static object? Of(StatementReplay? replay, QueryReference? query) =>
        replay is null ? query : query is null ? replay : new FrameExtras(replay, query);
}
