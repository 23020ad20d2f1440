using Bubblescript.Coordination;

namespace Bubblescript.Tests.Coordination;

/// <summary>Goes through a gate as often as it is told to, each time in a run of its own.</summary>
internal sealed class Visitor(CommitGate gate, Crowd crowd, int visits, Action<IThreadPoolWorkItem> schedule, Action onDone) : IGatedWork
{
    private int _left = visits;
    private bool _isInside;

    public void Admit() => _isInside = true;

    public void Execute()
    {
        if (!_isInside && !gate.TryEnter())
        {
            gate.Park(this);
            return;
        }

        crowd.Enter();
        crowd.Leave();
        _left--;
        bool isDone = _left == 0;
        _isInside = false;
        gate.Leave();
        if (isDone)
        {
            onDone();
        }
        else
        {
            schedule(this);
        }
    }
}
