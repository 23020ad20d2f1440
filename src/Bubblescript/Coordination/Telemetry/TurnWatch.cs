using System.Collections.Immutable;
using System.Diagnostics;
using Bubblescript.Interpretation.Effects;

namespace Bubblescript.Coordination.Telemetry;

/// <summary>A turn that monitors watch.</summary>
internal readonly struct TurnWatch(HostTelemetry telemetry, Activity? activity, TagList tags) : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Counts what the script did.</summary>
    public void Note(ImmutableArray<Effect> effects)
    {
        int messages = 0;
        int errors = 0;
        foreach (Effect effect in effects.AsSpan())
        {
            messages += effect is MessageEffect ? 1 : 0;
            errors += effect is ErrorEffect ? 1 : 0;
        }

        activity?.SetTag("bubblescript.messages", messages);
        if (messages > 0)
        {
            telemetry.Messages.Add(messages, tags);
        }

        if (errors > 0)
        {
            telemetry.CountScriptErrors(errors, tags);
            activity?.SetStatus(ActivityStatusCode.Error);
        }
    }

    public void Dispose()
    {
        telemetry.Turns.Add(1, tags);
        telemetry.TurnDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
        activity?.Dispose();
    }
}
