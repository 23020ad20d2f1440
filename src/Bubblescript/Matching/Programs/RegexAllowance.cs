namespace Bubblescript.Matching.Programs;

/// <summary>
/// What the regular expressions of one pattern may cost on one sentence, all searches together. The clock is only asked when much was read, so that a
/// thread that waits for a processor loses no match.
/// </summary>
internal sealed class RegexAllowance
{
    private const int LargestMilliseconds = 30;
    private const int QuickWork = 300_000;
    private const int WorkOfSearch = 100;

    private readonly long _begin = Environment.TickCount64;
    private long _work;

    /// <summary>Whether the searches took too long; from then on they find nothing.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Notes a search that read some characters.</summary>
    public void Charge(int characters)
    {
        _work += WorkOfSearch + characters;
        IsSpent |= _work > QuickWork && Environment.TickCount64 - _begin >= LargestMilliseconds;
    }

    /// <summary>Notes a search that the engine gave up.</summary>
    public void ChargeTimeout() => Charge(QuickWork);
}
