namespace Bubblescript.Coordination;

/// <summary>Counts what a scheduler of the host's own has to run, so that the host knows when it is idle.</summary>
internal sealed class CountingTurnScheduler(ITurnScheduler inner, IdleTracker idle) : ITurnScheduler
{
    public void Schedule(IThreadPoolWorkItem work)
    {
        idle.Enter();
        inner.Schedule(new CountedWork(work, idle));
    }

    private sealed class CountedWork(IThreadPoolWorkItem work, IdleTracker idle) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            try
            {
                work.Execute();
            }
            finally
            {
                idle.Exit();
            }
        }
    }
}
