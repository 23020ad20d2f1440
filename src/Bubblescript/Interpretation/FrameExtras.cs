namespace Bubblescript.Interpretation;

/// <summary>What hardly any frame has, apart from the frame so that those of the many idle conversations stay small.</summary>
/// <param name="Replay">What is known of a statement that is evaluated again.</param>
/// <param name="Query">The query that a dialog handles and has not answered.</param>
internal sealed record FrameExtras(StatementReplay? Replay, QueryReference? Query)
{
    /// <summary>The extras, or null when there are none.</summary>
    public static FrameExtras? Of(StatementReplay? replay, QueryReference? query) =>
        replay is null && query is null ? null : new FrameExtras(replay, query);
}
