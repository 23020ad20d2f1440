namespace Bubblescript.Sqlite;

/// <summary>What waits to be written: many threads add, one takes all there is. Safe for use by several threads.</summary>
internal sealed class WriteQueue
{
    private readonly object _lock = new();
    private List<WriteRequest> _requests = [];
    private bool _isClosed;

    /// <summary>Adds a request; false when the queue is closed.</summary>
    public bool TryAdd(WriteRequest request)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return false;
            }

            _requests.Add(request);
            if (_requests.Count == 1)
            {
                Monitor.Pulse(_lock);
            }

            return true;
        }
    }

    /// <summary>Waits for requests and exchanges them for an empty list; false when the queue is closed and empty.</summary>
    public bool TryTake(ref List<WriteRequest> requests)
    {
        requests.Clear();
        lock (_lock)
        {
            while (_requests.Count == 0)
            {
                if (_isClosed)
                {
                    return false;
                }

                Monitor.Wait(_lock);
            }

            (_requests, requests) = (requests, _requests);
            return true;
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            Monitor.PulseAll(_lock);
        }
    }
}
