namespace Bubblescript.Coordination;

/// <summary>What lies in a mailbox.</summary>
internal enum EnvelopeKind
{
    /// <summary>An input for the process.</summary>
    Input,

    /// <summary>An opening that becomes a connect when the process is live.</summary>
    Open,

    /// <summary>Timers are due.</summary>
    Timers,

    /// <summary>The process has been idle for long.</summary>
    Passivate,

    /// <summary>Nothing: the process is brought into memory to be looked at.</summary>
    Load,
}
