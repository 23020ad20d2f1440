namespace Bubblescript.Interpretation;

/// <summary>
/// Keeps the turns that have ended for the next ones: most turns are so short that making a new one would cost as much as running it. Each thread has a
/// place, which few others share. Safe for use by several threads.
/// </summary>
internal sealed class TurnPool(Workspace workspace)
{
    private const int PlacesPerProcessor = 4;

    /// <summary>So far apart that places which different processors use are never in one line of their caches.</summary>
    private const int Distance = 16;

    private static readonly int Places = Environment.ProcessorCount * PlacesPerProcessor;

    private readonly Turn?[] _spare = new Turn?[Places * Distance];

    private ref Turn? Spare => ref _spare[Environment.CurrentManagedThreadId % Places * Distance];

    /// <summary>A turn that nobody else uses until it is given back.</summary>
    public Turn Take() => Interlocked.Exchange(ref Spare, null) ?? new Turn(workspace);

    /// <summary>Keeps a turn, which forgets all that it was about. One that has failed is not given back.</summary>
    public void GiveBack(Turn turn)
    {
        turn.End();
        Volatile.Write(ref Spare, turn);
    }
}
