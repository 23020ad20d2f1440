namespace Bubblescript.Tests.Coordination;

/// <summary>Counts who is inside at the same time.</summary>
internal sealed class Crowd
{
    private readonly Lock _lock = new();
    private int _inside;

    public int Most { get; private set; }

    public void Enter()
    {
        lock (_lock)
        {
            _inside++;
            Most = Math.Max(Most, _inside);
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _inside--;
        }
    }
}
