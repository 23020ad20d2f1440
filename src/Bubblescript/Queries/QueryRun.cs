using System.Diagnostics;
using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>
/// One run of a query over a list: what its terms need, the metadata they leave, and how long they may take. Used by one thread.
/// </summary>
internal sealed class QueryRun(LocaleContext locale, ExecutionLimits limits)
{
    private const int WorkBetweenChecks = 100_000;

    private readonly long _started = Stopwatch.GetTimestamp();
    private int _work;

    public LocaleContext Locale { get; } = locale;

    public ExecutionLimits Limits { get; } = limits;

    /// <summary>The metadata of the item at hand; null when nobody reads it.</summary>
    public List<KeyValuePair<string, Value>>? Metadata { get; set; }

    /// <summary>The error that ended the run, or nil.</summary>
    public Value Error { get; private set; }

    /// <summary>Adds metadata; on equal names the first part wins.</summary>
    public void AddMetadata(string name, Value value)
    {
        if (Metadata is { } metadata && !metadata.Exists(entry => string.Equals(entry.Key, name, StringComparison.Ordinal)))
        {
            metadata.Add(KeyValuePair.Create(name, value));
        }
    }

    public void Fail(string message)
    {
        if (Error.IsNil)
        {
            Error = new RuntimeError(message, isLimit: true).ToValue();
        }
    }

    /// <summary>Counts work in units of about a nanosecond; false when the run has taken as long as a whole turn may.</summary>
    public bool Charge(int work)
    {
        _work += work;
        if (_work >= WorkBetweenChecks)
        {
            _work = 0;
            if (Stopwatch.GetElapsedTime(_started) > Limits.TurnTime)
            {
                Fail($"a query took longer than the limit of {NumberText.Format(Limits.TurnTime.TotalSeconds)} seconds");
            }
        }

        return Error.IsNil;
    }
}
