using Bubblescript.Coordination;

namespace Bubblescript.Tests.Coordination;

/// <summary>Runs ready work on the test's own thread in an order that a seed decides, so that a failing interleaving can be repeated.</summary>
internal sealed class SeededScheduler(int seed) : ITurnScheduler
{
    private const int DeepestPreemption = 3;

    private readonly Random _random = new(seed);
    private readonly List<IThreadPoolWorkItem> _ready = [];
    private int _depth;

    /// <summary>Whether what is scheduled is forgotten: the host has crashed.</summary>
    public bool IsDead { get; set; }

    public bool IsEmpty => _ready.Count == 0;

    public void Schedule(IThreadPoolWorkItem work)
    {
        if (!IsDead)
        {
            _ready.Add(work);
        }
    }

    public void RunOne() => Run(_random.Next(_ready.Count));

    /// <summary>Runs what became ready first, as the scheduler of a host does.</summary>
    public void RunFirst() => Run(0);

    /// <summary>Runs until nothing is ready, as the scheduler of a host does.</summary>
    public void RunAllInOrder()
    {
        while (!IsEmpty)
        {
            RunFirst();
        }
    }

    /// <summary>
    /// Sometimes runs other ready work in the middle of what runs, as another thread would. If a process could run twice at once, it would do so here.
    /// </summary>
    public void Preempt()
    {
        while (_depth < DeepestPreemption && !IsDead && _ready.Count > 0 && _random.Next(4) == 0)
        {
            _depth++;
            RunOne();
            _depth--;
        }
    }

    private void Run(int index)
    {
        IThreadPoolWorkItem work = _ready[index];
        _ready.RemoveAt(index);
        work.Execute();
    }

    /// <summary>Runs until nothing is ready, at most so many steps.</summary>
    public bool TryRun(int steps)
    {
        for (int i = 0; i < steps && _ready.Count > 0; i++)
        {
            RunOne();
        }

        return _ready.Count == 0;
    }

    public void RunToEnd()
    {
        if (!TryRun(1_000_000))
        {
            throw new InvalidOperationException("The processes do not come to rest.");
        }
    }
}
