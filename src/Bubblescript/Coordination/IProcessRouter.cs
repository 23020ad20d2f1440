namespace Bubblescript.Coordination;

/// <summary>
/// Decides which host runs a process: the seam for hosts that share the work of one workspace. An address is all that a sender knows of a receiver; what
/// <see cref="IsLocal"/> denies is forwarded, and the other host hands it to its <see cref="BotHost.Receive"/>. Implementations are safe for use by
/// several threads and do not block.
/// </summary>
public interface IProcessRouter
{
    /// <summary>
    /// Whether this host runs the process. The answer may change only while the process is stored and idle. An address that a host asked a query from
    /// (<see cref="RoutedInput.Sender"/>) and that is no process's belongs to that host.
    /// </summary>
    bool IsLocal(string address);

    /// <summary>
    /// Sends an input to the host that runs its receiver. Inputs of one sender to one receiver must arrive in the order of the calls. A forwarded input may
    /// arrive twice, with the same id.
    /// </summary>
    void Forward(RoutedInput input);
}
