namespace Bubblescript.Coordination;

/// <summary>What became of an attempt to bring a process into memory.</summary>
internal enum LoadOutcome
{
    /// <summary>It is there.</summary>
    Ready,

    /// <summary>The store will resume the process.</summary>
    Waits,

    /// <summary>There is no such process, and nobody wants one.</summary>
    Gone,

    /// <summary>Something has arrived that may change the outcome.</summary>
    Again,
}
