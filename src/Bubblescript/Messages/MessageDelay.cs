namespace Bubblescript.Messages;

/// <summary>How long a client waits after an action before it shows the next one: milliseconds, or for ever (chat messages, section 1).</summary>
public readonly record struct MessageDelay
{
    private MessageDelay(long milliseconds) => Milliseconds = milliseconds;

    /// <summary>Nothing further is shown.</summary>
    public static MessageDelay Infinity => new(-1);

    /// <summary>The milliseconds, at least 0; -1 for <see cref="Infinity"/>.</summary>
    public long Milliseconds { get; }

    /// <summary>Whether nothing further is shown.</summary>
    public bool IsInfinite => Milliseconds < 0;

    /// <summary>A delay of some milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static MessageDelay FromMilliseconds(long milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        return new MessageDelay(milliseconds);
    }

    /// <summary>The delay as a span of time; <see cref="Timeout.InfiniteTimeSpan"/> for <see cref="Infinity"/>.</summary>
    public TimeSpan ToTimeSpan() => IsInfinite ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Milliseconds);
}
