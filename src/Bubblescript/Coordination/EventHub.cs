using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bubblescript.Coordination.Telemetry;
using Bubblescript.Interpretation;
using Bubblescript.Messages;
using Bubblescript.Storage;
using Microsoft.Extensions.Logging;

namespace Bubblescript.Coordination;

/// <summary>Tells observers and readers what has left the processes. Safe for use by several threads.</summary>
internal sealed partial class EventHub(ILogger logger, HostTelemetry telemetry)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<WeakReference<MessageFeed>>> _feeds = new(StringComparer.Ordinal);
    private ImmutableArray<Observer> _observers = [];

    public bool HasObservers => !_observers.IsEmpty;

    public IDisposable Add(Action<HostEvent> observer)
    {
        Observer added = new(this, observer);
        ImmutableInterlocked.Update(ref _observers, static (observers, one) => observers.Add(one), added);
        return added;
    }

    /// <summary>Gives the messages of a process to a feed for as long as its reader holds it.</summary>
    public void Add(string address, MessageFeed feed) => _feeds.AddOrUpdate(
        address,
        static (_, added) => [added],
        static (_, feeds, added) => [.. feeds.Where(static known => known.TryGetTarget(out MessageFeed? _)), added],
        new WeakReference<MessageFeed>(feed));

    public void Publish(HostEvent happened)
    {
        Log(happened);
        telemetry.Count(happened);
        foreach (Observer observer in _observers)
        {
            try
            {
                observer.Observe(happened);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // An observer is the host's own code; its fault must not stop the process that it watches.
                LogObserverFault(exception, happened.Address);
            }
        }
    }

    /// <summary>Tells what a changed script has done to a saved process.</summary>
    public void PublishLoad(ProcessIdentity process, LoadReport report)
    {
        telemetry.Count(process, report);
        foreach (string note in report.Notes)
        {
            LogChange(process.Address, note);
        }

        foreach (string warning in report.Warnings)
        {
            Publish(new ScriptLog(process.Address, warning, IsWarning: true));
        }
    }

    public void PublishMessage(string address, ChatMessage message)
    {
        if (_feeds.TryGetValue(address, out ImmutableArray<WeakReference<MessageFeed>> feeds))
        {
            foreach (WeakReference<MessageFeed> known in feeds)
            {
                if (known.TryGetTarget(out MessageFeed? feed))
                {
                    feed.Add(message);
                }
            }
        }

        if (HasObservers)
        {
            Publish(new OutgoingMessage(address, message));
        }
    }

    /// <summary>Forgets the feeds whose readers are gone.</summary>
    public void Sweep()
    {
        foreach (KeyValuePair<string, ImmutableArray<WeakReference<MessageFeed>>> known in _feeds)
        {
            if (known.Value.All(static feed => !feed.TryGetTarget(out MessageFeed? _)))
            {
                _feeds.TryRemove(known);
            }
        }
    }

    public void Complete()
    {
        foreach (WeakReference<MessageFeed> known in _feeds.Values.SelectMany(static feeds => feeds))
        {
            if (known.TryGetTarget(out MessageFeed? feed))
            {
                feed.Complete();
            }
        }
    }

    private void Log(HostEvent happened)
    {
        switch (happened)
        {
            case HostFault fault:
                LogFault(fault.Exception, fault.Address, fault.Message);
                break;
            case StoreFailed failed:
                LogStoreFailed(failed.Exception, failed.Address, failed.Attempt);
                break;
            case ScriptError error:
                LogScriptError(error.Address, error.Error.Message, error.Error.File, error.Error.Line);
                break;
            case InputDropped dropped:
                LogDropped(dropped.Name, dropped.Sender, dropped.Address, dropped.Reason);
                break;
            case ScriptLog { IsWarning: true } warning:
                LogWarning(warning.Address, warning.Text);
                break;
            case ScriptLog log:
                LogScript(log.Address, log.Text);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Address}: {Text}")]
    private partial void LogFault(Exception? exception, string address, string text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Address}: the store failed (attempt {Attempt}); the host tries again")]
    private partial void LogStoreFailed(Exception exception, string address, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Address}: runtime error at {File}:{Line}: {Text}")]
    private partial void LogScriptError(string address, string text, string? file, int line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "'{Name}' from {Sender} to {Address} was dropped: {Reason}")]
    private partial void LogDropped(string name, string? sender, string address, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Address}: {Text}")]
    private partial void LogWarning(string address, string text);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Address}: {Text}")]
    private partial void LogChange(string address, string text);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Address}: log: {Text}")]
    private partial void LogScript(string address, string text);

    [LoggerMessage(Level = LogLevel.Error, Message = "An observer of the host failed while it was told about {Address}")]
    private partial void LogObserverFault(Exception exception, string address);

    private sealed class Observer(EventHub hub, Action<HostEvent> observe) : IDisposable
    {
        public void Observe(HostEvent happened) => observe(happened);

        public void Dispose() => ImmutableInterlocked.Update(ref hub._observers, static (observers, one) => observers.Remove(one), this);
    }
}
