namespace Bubblescript.Coordination;

/// <summary>
/// A look that the clock takes at whoever asks queries. An asker has one, not one for each query: most queries are answered long before it comes up, and
/// setting a clock for each of them would cost more than they do.
/// </summary>
internal sealed class QueryWatch(IQueryAsker asker, long dueTicks)
{
    public IQueryAsker Asker { get; } = asker;

    /// <summary>When the clock looks; not later than the query that waits is due.</summary>
    public long DueTicks { get; set; } = dueTicks;

    /// <summary>The neighbours in the scheduler's list, which its lock guards.</summary>
    public QueryWatch? Previous { get; set; }

    public QueryWatch? Next { get; set; }

    public bool IsListed { get; set; }
}
