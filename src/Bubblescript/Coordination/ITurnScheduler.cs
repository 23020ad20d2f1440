namespace Bubblescript.Coordination;

/// <summary>
/// Runs the turns of a host. The default uses the thread pool and takes processes in the order in which they became ready; tests put a deterministic one
/// in its place, by which a failing interleaving can be repeated. Implementations are safe for use by several threads.
/// </summary>
public interface ITurnScheduler
{
    /// <summary>
    /// Runs the work item once, later and on another call stack. A work item runs a few inputs of one process and is scheduled again when there are more;
    /// the same item is never scheduled twice at the same time.
    /// </summary>
    void Schedule(IThreadPoolWorkItem work);
}
