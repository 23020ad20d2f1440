namespace Bubblescript.Coordination;

/// <summary>The place that a process needs for turns that are stored.</summary>
internal sealed partial class HostedProcess
{
    private bool _isInGate;

    public void Admit() => _isInGate = true;

    /// <summary>False when the process has to wait because the store is busy; then another thread may be running it already.</summary>
    private bool TryEnterGate()
    {
        if (_isInGate || _system.Gate is not { } gate)
        {
            return true;
        }

        if (gate.TryEnter())
        {
            _isInGate = true;
            return true;
        }

        gate.Park(this);
        return false;
    }

    private void LeaveGate()
    {
        if (_isInGate)
        {
            _isInGate = false;
            _system.Gate!.Leave();
        }
    }
}
